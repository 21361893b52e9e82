using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>
/// Sums over more rows than <see cref="LongSums.LongestPlain"/>. Their blocks are gradients of their own, by the same tiles.
/// </content>
public static partial class WeightGradients
{
    /// <summary>Rows of the weight of a part: sixes without a rest.</summary>
    private const int LongRows = LongSums.Rows / 6 * 6;

    /// <summary>Samples of a block: the work of adding them up is a hundredth of summing them.</summary>
    private const int LongBlock = 2 * LongSums.Block;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void OfLongProduct<S, V>(
        ref float source, int sourceStride, ref float outputGradient, int outputGradientStride, ref float gradient, int gradientStride,
        int columns, int rows, int begin, int end, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float memory = ref StackScratch.Aligned(stackalloc float[LongSums.Floats]);
        columns = (columns + S.Lanes - 1) / S.Lanes * S.Lanes;
        for (int row = begin, count; row < end; row += count)
        {
            count = Math.Min(LongRows, end - row);
            for (int column = 0; column < columns; column += LongSums.Columns)
            {
                int width = Math.Min(LongSums.Columns, columns - column);
                var sums = new LongSums(ref memory, width);
                sums.Begin(count);
                for (int k = 0; k < rows; k += LongBlock)
                {
                    OfProduct<S, V>(
                        ref Unsafe.Add(ref source, ((nint)k * sourceStride) + row), sourceStride,
                        ref Unsafe.Add(ref outputGradient, ((nint)k * outputGradientStride) + column), outputGradientStride,
                        ref sums.Sums, width, width, Math.Min(LongBlock, rows - k), 0, count);
                    sums.Add<S, V>(count);
                }

                sums.Store<S, V, Unchanged<V>>(
                    ref Unsafe.Add(ref gradient, ((nint)row * gradientStride) + column), gradientStride, row, count, column, default, adds);
            }
        }
    }
}
