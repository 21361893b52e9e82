namespace NetGen.Data;

/// <summary>How often each piece of texts occurs.</summary>
internal sealed class PieceCounts
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public PieceCounts() => lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The pieces with their counts, in the order in which they first came.</summary>
    public IReadOnlyDictionary<string, long> All => counts;

    public void Add(ReadOnlySpan<char> piece) => lookup[piece] = lookup.TryGetValue(piece, out long count) ? count + 1 : 1;
}
