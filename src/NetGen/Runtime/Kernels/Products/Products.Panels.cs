using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Products whose right side a kernel has laid out in panels itself.</content>
public static partial class Products
{
    /// <summary>output[row, column] = Σₖ source[row, k] · right[k, column].</summary>
    /// <param name="source">The first float of the left side, [rows, depth].</param>
    /// <param name="sourceStride">Floats from one of its rows to the next.</param>
    /// <param name="panels">The right side in panels of <see cref="PanelColumns"/> columns: [panels, depth, columns of a panel].</param>
    /// <param name="output">The first float of the result, [rows, columns].</param>
    /// <param name="outputStride">Floats from one of its rows to the next.</param>
    /// <param name="depth">Terms of each sum: so few that a panel stays in the cache.</param>
    /// <param name="columns">Columns of the result, which the lanes of a vector divide.</param>
    /// <param name="rows">Rows of the result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void OfPanels<S, V>(
        ref float source, int sourceStride, ref float panels, ref float output, int outputStride, int depth, int columns, int rows)
        where S : ISimd<V>
        where V : struct
    {
        for (int column = 0, next; column < columns; column = next)
        {
            next = EndOfTiles<S, V>(column, columns);
            int inPanel = column % PanelColumns;
            Tiles<S, V, Unchanged<V>>(
                new ProductPanel(ref source, ref Unsafe.Add(ref panels, ((nint)(column - inPanel) * depth) + inPanel), ref output)
                {
                    SourceStride = sourceStride, WeightStride = PanelColumns, OutputStride = outputStride,
                    Depth = depth, IsFirst = true, IsLast = true, Column = column, EndColumn = next,
                },
                0, rows, default);
        }
    }
}
