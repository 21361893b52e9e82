using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Models;

/// <summary>The networks of the benchmark, from its files.</summary>
internal static class BenchmarkNetworks
{
    private static readonly Lazy<CompiledNetworks> Networks = new(() => NetworkCompilation.Compile("Benchmarks", Sources()));

    public static CompiledNetworks Compiled => Networks.Value;

    private static IEnumerable<(string Name, string Source)> Sources() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Location, "tests", "NetGen.Benchmarks", "Models"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), "using NetGen;\n" + File.ReadAllText(file)))
            .Where(model => model.Item2.Contains("public partial class", StringComparison.Ordinal));
}
