using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Columns of the transformed weight, which has a matrix [inputs, outputs] for each element. Columns lie in panels as wide as a register
/// tile, [panel, input, column of the panel]: a product reads each panel from its first number to the last, which the processor prefetches.
/// </summary>
/// <param name="weight">The first of the columns, at the first input and the first element.</param>
internal ref struct WinogradPanels(ref float weight)
{
    public readonly ref float Weight = ref weight;

    /// <summary>Floats from one input to the next.</summary>
    public nint RowStride;

    /// <summary>Floats from one of the columns to another, by the number of columns between them: both begin a tile.</summary>
    public nint ColumnStride;

    /// <summary>Columns of a panel. The last one has fewer where they do not divide the columns.</summary>
    public static int Columns<S, V>()
        where S : ISimd<V>
        where V : struct =>
        (S.Registers >= 32 ? 4 : 2) * S.Lanes;

    /// <summary>Some of the columns: whole panels, or some of the last one.</summary>
    /// <param name="weight">The first float of the transformed weight.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="columns">All columns.</param>
    /// <param name="first">The first of the columns.</param>
    public static WinogradPanels Of<S, V>(ref float weight, int inputs, int columns, int first)
        where S : ISimd<V>
        where V : struct
    {
        int width = Columns<S, V>(), last = columns / width * width;
        return first < last
            ? new(ref Unsafe.Add(ref weight, (nint)first * inputs)) { RowStride = width, ColumnStride = inputs }
            : new(ref Unsafe.Add(ref weight, ((nint)last * inputs) + (first - last))) { RowStride = columns - last, ColumnStride = 1 };
    }
}
