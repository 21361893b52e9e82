using System.Text.Json;

namespace NetGen.Execution.Tests.Golden;

/// <summary>
/// The folder of PyTorch's numbers: the one that the environment variable NETGEN_GOLDEN names, else the project's own copy,
/// which the build puts beside the test executable.
/// </summary>
internal static class GoldenFolder
{
    public const string Variable = "NETGEN_GOLDEN";

    private static readonly Lazy<IReadOnlyList<GoldenCase>> ReadCases = new(
        () => GoldenCase.ReadAll(File.ReadAllText(PathOf("manifest.json"))));

    public static bool IsOwnCopy => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string Location
    {
        get
        {
            string folder = IsOwnCopy
                ? Path.Combine(AppContext.BaseDirectory, "Golden")
                : Environment.GetEnvironmentVariable(Variable)!;
            return Directory.Exists(folder)
                ? folder
                : throw new DirectoryNotFoundException(
                    $"the folder of golden cases does not exist: {folder} (set {Variable} to name another)");
        }
    }

    public static IReadOnlyList<GoldenCase> Cases => ReadCases.Value;

    public static string PathOf(string file) => Path.Combine(Location, file);

    public static SafetensorsFile Tensors(GoldenCase golden) => SafetensorsFile.Read(PathOf(golden.TensorsFile));

    public static JsonDocument ReadJson(string file) => JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
}
