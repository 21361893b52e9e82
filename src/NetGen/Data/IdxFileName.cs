namespace NetGen;

/// <summary>The names under which an IDX file of MNIST or one of its relatives is found.</summary>
internal static class IdxFileName
{
    /// <summary>Finds a file in a folder under one of the names it goes by.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The published name, without the ending of a packed file.</param>
    /// <param name="set">The name of the set, for messages.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">None of the names is there.</exception>
    public static string Find(string folder, string name, string set)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder '{folder}' for the {set} files does not exist.");
        return TryFind(folder, name) ?? throw new FileNotFoundException(
            $"No {set} file in '{folder}' is called {string.Join(", ", Names(name).SkipLast(1).Select(other => $"'{other}'"))} or "
                + $"'{Names(name).Last()}'.");
    }

    /// <summary>As <see cref="Find"/>, with null where no such file is there.</summary>
    public static string? TryFind(string folder, string name) =>
        Names(name).Select(other => Path.Combine(folder, other)).FirstOrDefault(File.Exists);

    // Some tools write the dash before "idx" as a dot when they unpack; Kaggle's archive has each file in a folder of its name.
    private static IEnumerable<string> Names(string name)
    {
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        return [name, $"{name}.gz", dotted, $"{dotted}.gz", Path.Combine(name, name), Path.Combine(dotted, dotted),
            Path.Combine(dotted, name)];
    }
}
