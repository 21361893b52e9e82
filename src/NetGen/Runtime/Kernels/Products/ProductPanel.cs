namespace NetGen.Runtime;

/// <summary>
/// Some columns of a product and some terms of its sums. The strips of register tiles work through them for one row after another.
/// </summary>
/// <param name="source">The left side's first row, at the first term.</param>
/// <param name="weight">The weight, or a transposed part of it, at the first term and the first column.</param>
/// <param name="output">The result's first row, at column 0.</param>
internal readonly ref struct ProductPanel(ref float source, ref float weight, ref float output)
{
    public readonly ref float Source = ref source;
    public readonly ref float Weight = ref weight;
    public readonly ref float Output = ref output;

    /// <summary>Floats from one row of the left side to the next.</summary>
    public nint SourceStride { get; init; }

    /// <summary>Floats from one term's row of the weight to the next.</summary>
    public nint WeightStride { get; init; }

    /// <summary>
    /// Floats of the weight from one tile to the next, for each column: 1, or the terms where each tile's columns are packed.
    /// </summary>
    public nint WeightColumn { get; init; } = 1;

    /// <summary>Floats from one row of the result to the next.</summary>
    public nint OutputStride { get; init; }

    /// <summary>The terms.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the sums begin here; else their partial sums lie in the result.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether the sums end here: the epilogue follows then.</summary>
    public bool IsLast { get; init; }

    /// <summary>The first column.</summary>
    public int Column { get; init; }

    /// <summary>The column after the last.</summary>
    public int EndColumn { get; init; }
}
