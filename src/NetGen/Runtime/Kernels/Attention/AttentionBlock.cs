namespace NetGen.Runtime;

/// <summary>Some queries of one head of one sample, whose scores are in the cache together.</summary>
/// <param name="heads">The heads.</param>
/// <param name="sample">The sample.</param>
/// <param name="head">The head.</param>
/// <param name="first">The first query.</param>
/// <param name="queries">Queries of the sample.</param>
/// <param name="keys">Keys of the sample.</param>
internal readonly struct AttentionBlock(in AttentionHeads heads, int sample, int head, int first, int queries, int keys)
{
    /// <summary>Scores of a block: they stay in L1 beside a panel of keys.</summary>
    private const int Scores = 6144;

    private const int FewestRows = 12;
    private const int MostRows = 48;

    /// <summary>Where queries reach differently far, all of a block multiply as many keys as the last of them.</summary>
    private const int MostCausalRows = 18;

    private readonly AttentionHeads heads = heads;

    public int Sample { get; } = sample;

    public int Head { get; } = head;

    public int First { get; } = first;

    public int Rows { get; } = Math.Min(RowsOf(in heads, keys), queries - first);

    /// <summary>The most keys that a row of the block reaches.</summary>
    public int Columns => Reach(Rows - 1);

    /// <summary>The step of the first query among those of the keys.</summary>
    public int Step => First + keys - queries;

    /// <summary>Queries of a whole block: sixes, of which tiles take one each.</summary>
    public static int RowsOf(in AttentionHeads heads, int keys) =>
        Math.Clamp(Scores / StrideOf(keys) / 6 * 6, FewestRows, heads.IsCausal ? MostCausalRows : MostRows);

    /// <summary>Floats of a row of scores: an odd number of lines, so that rows do not share the same places of a cache.</summary>
    public static int StrideOf(int keys) =>
        ((keys + AlignedBlock.FloatsPerLine - 1) / AlignedBlock.FloatsPerLine | 1) * AlignedBlock.FloatsPerLine;

    /// <summary>How many keys a row reaches.</summary>
    public int Reach(int row) => heads.Reach(First + row, queries, keys);

    /// <summary>The index of a row's first weight in its sample.</summary>
    public uint Index(int row) => ((((uint)Head * (uint)queries) + (uint)(First + row)) * (uint)keys);
}
