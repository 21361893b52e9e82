namespace NetGen.Runtime;

/// <summary>
/// Some columns of a product and some terms of its sums. The strips of register tiles work through them for one row after another.
/// </summary>
/// <param name="source">The left side's first row, at the first term.</param>
/// <param name="weight">The weight, or a transposed part of it, at the first term and the first column.</param>
/// <param name="output">The result's first row, at column 0.</param>
internal ref struct ProductPanel(ref float source, ref float weight, ref float output)
{
    public readonly ref float Source = ref source;
    public readonly ref float Weight = ref weight;
    public readonly ref float Output = ref output;

    /// <summary>Floats from one row of the left side to the next.</summary>
    public nint SourceStride;

    /// <summary>Floats from one term's row of the weight to the next.</summary>
    public nint WeightStride;

    /// <summary>
    /// Floats of the weight from one tile to the next, for each column: 1, or the terms where each tile's columns are packed.
    /// </summary>
    public nint WeightColumn = 1;

    /// <summary>Floats from one row of the result to the next.</summary>
    public nint OutputStride;

    /// <summary>The terms.</summary>
    public int Depth;

    /// <summary>Whether the sums begin here; else their partial sums lie in the result.</summary>
    public bool IsFirst;

    /// <summary>Whether the sums end here: the epilogue follows then.</summary>
    public bool IsLast;

    /// <summary>The first column.</summary>
    public int Column;

    /// <summary>The column after the last.</summary>
    public int EndColumn;
}
