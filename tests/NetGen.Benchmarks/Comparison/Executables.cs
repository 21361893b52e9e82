namespace NetGen.Benchmarks.Comparison;

/// <summary>Finds programs in folders.</summary>
internal static class Executables
{
    /// <summary>The program of this name, as this system writes it.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string Find(string folder, string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name));
        return File.Exists(path) ? path : throw new FileNotFoundException($"Expected the program '{path}'; it is not there.");
    }
}
