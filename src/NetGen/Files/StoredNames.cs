namespace NetGen;

/// <summary>The tensors of a file under the network's names.</summary>
internal sealed class StoredNames
{
    /// <summary>
    /// What PyTorch puts before every name of a wrapped module: DataParallel and DistributedDataParallel, and torch.compile.
    /// </summary>
    private static readonly string[] Wrappers = ["module.", "_orig_mod."];

    // One module is wrapped by two or three; a file may have names of any length, and each wrapper is a pass over all of them.
    private const int MostWrappers = 8;

    private readonly WeightNames table;
    private readonly IReadOnlySet<string> known;
    private readonly (SafetensorsEntry Entry, string Name)[] shortened;

    /// <param name="entries">The tensors.</param>
    /// <param name="table">What the file calls the network's weights.</param>
    /// <param name="prefix">What is taken away from the names first.</param>
    /// <param name="known">The network's names.</param>
    public StoredNames(IReadOnlyList<SafetensorsEntry> entries, WeightNames table, string prefix, IReadOnlySet<string> known)
    {
        (this.table, this.known) = (table, known);
        (SafetensorsEntry Entry, string Name)[] named = [.. entries.Select(entry => (entry, entry.Name))];
        if (!named.Any(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal)))
            named = Unwrapped(named);
        shortened = Unwrapped(Without(prefix, named));
        var matched = new HashSet<int>();
        var weights = new List<StoredWeight>();
        foreach ((SafetensorsEntry entry, string name) in shortened)
        {
            ((string? inNetwork, WeightTransform transform), int line) = table.Of(name);
            matched.Add(line);
            if (inNetwork is not null)
                weights.Add(new StoredWeight(entry, inNetwork, transform, line));
        }

        Weights = weights;
        UnmatchedPatterns = [.. table.Patterns.Where((_, line) => !matched.Contains(line))];
    }

    /// <summary>All tensors that are not left out, in the order of the file.</summary>
    public IReadOnlyList<StoredWeight> Weights { get; }

    /// <summary>Patterns of the table that no name of the file matches.</summary>
    public IReadOnlyList<string> UnmatchedPatterns { get; }

    /// <summary>Tensors with a name of the network.</summary>
    public int KnownCount => Weights.Count(weight => known.Contains(weight.Name));

    /// <summary>
    /// With what most names begin, up to a dot, the shortest first: "model.", "model.net.". Each comes with whether all names do.
    /// </summary>
    public IEnumerable<(string Beginning, bool IsOfAll)> Beginnings()
    {
        const int MostLevels = 6;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((_, string name) in shortened)
        {
            int dot = -1;
            for (int level = 0; level < MostLevels && (dot = name.IndexOf('.', dot + 1)) >= 0; level++)
                counts[name[..(dot + 1)]] = counts.GetValueOrDefault(name[..(dot + 1)]) + 1;
        }

        return counts.Where(pair => pair.Value > shortened.Length / 2).OrderBy(pair => pair.Key.Length)
            .Select(pair => (pair.Key, pair.Value == shortened.Length));
    }

    private static (SafetensorsEntry Entry, string Name)[] Without(string beginning, (SafetensorsEntry Entry, string Name)[] named) =>
    [
        .. named.Select(tensor => tensor.Name.StartsWith(beginning, StringComparison.Ordinal)
            ? (tensor.Entry, tensor.Name[beginning.Length..])
            : tensor),
    ];

    /// <summary>The tensors without the wrappers' names, where all of them stand under these and none is known as it is.</summary>
    private (SafetensorsEntry Entry, string Name)[] Unwrapped((SafetensorsEntry Entry, string Name)[] named)
    {
        for (int level = 0; level < MostWrappers && named.Length > 0 && !named.Any(tensor => IsNamed(tensor.Name))
            && Array.Find(Wrappers, wrapper => Array.TrueForAll(named, tensor => tensor.Name.StartsWith(wrapper, StringComparison.Ordinal)))
                is { } found; level++)
        {
            named = Without(found, named);
        }

        return named;
    }

    /// <summary>Whether the table or the network has this name.</summary>
    private bool IsNamed(string stored)
    {
        (WeightName name, int line) = table.Of(stored);
        return line >= 0 || (name.Name is not null && known.Contains(name.Name));
    }
}
