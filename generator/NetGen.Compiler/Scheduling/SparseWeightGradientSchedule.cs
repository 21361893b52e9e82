using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of the gradient of a convolution's weight behind a max-pool.</summary>
/// <param name="RowsAtOnce">Rows of the pool's windows whose argmax positions are listed together.</param>
/// <param name="Columns">
/// Floats for the lanes of a vector to divide: those of a row of the window in memory or of a pixel of eight channels.
/// </param>
internal sealed record SparseWeightGradientSchedule(int RowsAtOnce, int Columns) : Schedule
{
    /// <summary>Floats of a vector half as wide as the widest.</summary>
    private const int HalfVector = TensorShape.Alignment / 2;

    /// <summary>Sums that stay in registers on machines with the widest vectors.</summary>
    private const int MostSums = 28;

    public static SparseWeightGradientSchedule Of(SparseWeightGradient gradient)
    {
        // The pixels that some rows of windows see stay in L1 for all output channels.
        TensorShape image = gradient.Image.Shape, pooled = gradient.Gradient.Shape;
        int floatsOfRow = gradient.Spread.Height.Kernel * gradient.Geometry.StrideHeight * image.Stride(0);
        return new(Math.Max(1, Math.Min(pooled[0], Caches.L1 / floatsOfRow)), ColumnsOf(gradient));
    }

    /// <summary>
    /// Pixels of eight channels begin in the middle of every other line of the cache. Vectors of half the width then never reach over
    /// the end of one, which would cost what they save, and leave none half empty.
    /// </summary>
    private static int ColumnsOf(SparseWeightGradient gradient)
    {
        int columns = gradient.Shape.PaddedInner;
        if (columns % TensorShape.Alignment != 0 || gradient.Image.Shape.PaddedInner % TensorShape.Alignment == 0)
            return columns;
        int sums = gradient.Geometry.KernelHeight * (TensorShape.RoundUpTo(gradient.Shape.Inner, HalfVector) / HalfVector);
        return sums <= MostSums ? HalfVector : columns;
    }
}
