namespace NetGen;

/// <summary>The names that tensors have in a file, beside those that they have in the network.</summary>
internal static class StoredNames
{
    /// <summary>
    /// What PyTorch puts before every name of a wrapped module: DataParallel and DistributedDataParallel, and torch.compile.
    /// </summary>
    private static readonly string[] Wrappers = ["module.", "_orig_mod."];

    /// <summary>The tensors without the wrappers' names, where all of them stand under these and none is known as it is.</summary>
    public static IReadOnlyList<SafetensorsEntry> Unwrapped(IReadOnlyList<SafetensorsEntry> entries, IReadOnlySet<string> known)
    {
        while (entries.Count > 0 && !entries.Any(entry => known.Contains(entry.Name))
            && Array.Find(Wrappers, wrapper => entries.All(entry => entry.Name.StartsWith(wrapper, StringComparison.Ordinal))) is { } found)
        {
            entries = Without(found, entries);
        }

        return entries;
    }

    /// <summary>The tensors without the beginning of their names.</summary>
    public static IReadOnlyList<SafetensorsEntry> Without(string beginning, IEnumerable<SafetensorsEntry> entries) =>
        [.. entries.Select(entry => entry with { Name = entry.Name[beginning.Length..] })];

    /// <summary>With what all names begin, up to each of the dots in it: "model.", "model.net.".</summary>
    public static IEnumerable<string> Beginnings(IReadOnlyList<SafetensorsEntry> entries)
    {
        string common = entries.Count > 0 ? entries[0].Name : "";
        foreach (SafetensorsEntry entry in entries)
            common = common[..common.AsSpan().CommonPrefixLength(entry.Name)];
        for (int dot = common.IndexOf('.'); dot >= 0; dot = common.IndexOf('.', dot + 1))
            yield return common[..(dot + 1)];
    }
}
