namespace NetGen.Mutations.Processes;

/// <summary>
/// A folder for mutated files, in memory where the system has such a place; its name has spaces and letters beyond ASCII.
/// </summary>
internal sealed class MutationFolder : IDisposable
{
    private const string InMemory = "/dev/shm";

    public string Path { get; } = Create();

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Create()
    {
        string parent = Directory.Exists(InMemory) ? InMemory : System.IO.Path.GetTempPath();
        return Directory.CreateDirectory(System.IO.Path.Combine(parent, $"netgen mutiert \u00E4\u4E2D {Guid.NewGuid():N}")).FullName;
    }
}
