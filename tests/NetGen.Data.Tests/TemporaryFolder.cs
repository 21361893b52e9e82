namespace NetGen.Data.Tests;

/// <summary>A folder of its own for one test, removed with all it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Location { get; } = Directory.CreateTempSubdirectory("netgen-data-test-").FullName;

    public string PathOf(string name) => Path.Combine(Location, name);

    public string Write(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, byte[] content)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string[] Files() =>
        [.. Directory.EnumerateFiles(Location, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Location, file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Location, recursive: true);
}
