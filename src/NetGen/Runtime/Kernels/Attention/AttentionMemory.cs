using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// What the kernel has of one head while it attends: keys and values as the products want to read them, and a block of queries.
/// </summary>
internal readonly ref struct AttentionMemory
{
    /// <param name="keys">Keys of a sample.</param>
    /// <param name="features">Features of a head.</param>
    /// <param name="width">The features, filled up to whole vectors.</param>
    /// <param name="rows">Queries of a block.</param>
    public AttentionMemory(int keys, int features, int width, int rows)
    {
        ScoreStride = AttentionBlock.StrideOf(keys);
        int panels = RoundUp(keys, Products.PanelColumns) * features;

        // A rotation reads and writes back a vector behind the last row.
        int values = RoundUp(keys * width, AlignedBlock.FloatsPerLine) + AlignedBlock.FloatsPerLine;
        int queries = RoundUp(rows * width, AlignedBlock.FloatsPerLine) + AlignedBlock.FloatsPerLine;
        int numbers = RoundUp(rows, AlignedBlock.FloatsPerLine);
        KeyPanels = ref ThreadScratch.Floats(checked(panels + values + (2 * queries) + (rows * ScoreStride) + (2 * numbers)));
        Values = ref Unsafe.Add(ref KeyPanels, panels);
        Queries = ref Unsafe.Add(ref Values, values);
        Results = ref Unsafe.Add(ref Queries, queries);
        Scores = ref Unsafe.Add(ref Results, queries);
        Maxima = ref Unsafe.Add(ref Scores, rows * ScoreStride);
        Factors = ref Unsafe.Add(ref Maxima, numbers);
    }

    /// <summary>The keys transposed, in panels.</summary>
    public readonly ref float KeyPanels;

    /// <summary>The values, row by row.</summary>
    public readonly ref float Values;

    /// <summary>The block's queries, row by row.</summary>
    public readonly ref float Queries;

    /// <summary>The block's weighted sums of values, row by row.</summary>
    public readonly ref float Results;

    /// <summary>The block's scores, a row for each query.</summary>
    public readonly ref float Scores;

    /// <summary>The largest score of each query.</summary>
    public readonly ref float Maxima;

    /// <summary>By what each query's result is multiplied.</summary>
    public readonly ref float Factors;

    /// <summary>Floats from one row of scores to the next.</summary>
    public int ScoreStride { get; }

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;
}
