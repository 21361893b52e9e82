using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>What the kernel has of one head of keys and values while it goes back, and of a block of queries.</summary>
internal readonly ref struct AttentionGradientMemory
{
    private readonly int floatsOfSums;

    /// <param name="keys">Keys of a sample.</param>
    /// <param name="features">Features of a head.</param>
    /// <param name="width">The features, filled up to whole vectors.</param>
    /// <param name="rows">Queries of a block.</param>
    public AttentionGradientMemory(int keys, int features, int width, int rows)
    {
        ScoreStride = AttentionBlock.StrideOf(keys);
        int panels = RoundUp(keys, Products.PanelColumns) * features;

        // A rotation reads and writes back a vector behind the last row.
        int ofKeys = RoundUp(keys * width, AlignedBlock.FloatsPerLine) + AlignedBlock.FloatsPerLine;
        int ofQueries = RoundUp(rows * width, AlignedBlock.FloatsPerLine) + AlignedBlock.FloatsPerLine;
        floatsOfSums = 2 * ofKeys;
        KeyPanels = ref ThreadScratch.Floats(
            checked((2 * panels) + (3 * ofKeys) + (2 * ofQueries) + (2 * rows * ScoreStride) + rows));
        ValuePanels = ref Unsafe.Add(ref KeyPanels, panels);
        Keys = ref Unsafe.Add(ref ValuePanels, panels);
        KeyGradients = ref Unsafe.Add(ref Keys, ofKeys);
        ValueGradients = ref Unsafe.Add(ref KeyGradients, ofKeys);
        Queries = ref Unsafe.Add(ref ValueGradients, ofKeys);
        OutputGradients = ref Unsafe.Add(ref Queries, ofQueries);
        Scores = ref Unsafe.Add(ref OutputGradients, ofQueries);
        ScoreGradients = ref Unsafe.Add(ref Scores, rows * ScoreStride);
        Sums = ref Unsafe.Add(ref ScoreGradients, rows * ScoreStride);
    }

    /// <summary>The keys transposed, in panels.</summary>
    public readonly ref float KeyPanels;

    /// <summary>The values transposed, in panels.</summary>
    public readonly ref float ValuePanels;

    /// <summary>The keys, row by row.</summary>
    public readonly ref float Keys;

    /// <summary>Sums of the keys' gradients, row by row.</summary>
    public readonly ref float KeyGradients;

    /// <summary>Sums of the values' gradients, row by row.</summary>
    public readonly ref float ValueGradients;

    /// <summary>The block's queries, row by row.</summary>
    public readonly ref float Queries;

    /// <summary>The block's gradients of the result, row by row.</summary>
    public readonly ref float OutputGradients;

    /// <summary>The block's scores, a row for each query.</summary>
    public readonly ref float Scores;

    /// <summary>The gradients by them.</summary>
    public readonly ref float ScoreGradients;

    /// <summary>A number for each query.</summary>
    public readonly ref float Sums;

    /// <summary>Floats from one row of scores to the next.</summary>
    public int ScoreStride { get; }

    /// <summary>Begins the sums of another head of keys and values.</summary>
    public void ClearSums() => MemoryMarshal.CreateSpan(ref KeyGradients, floatsOfSums).Clear();

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;
}
