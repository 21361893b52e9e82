using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a transposed convolution by its phases.</summary>
/// <param name="RowsAtOnce">Rows of strides whose phases follow each other while what they read and write is in L2.</param>
/// <param name="Prefetches">Whether the rows that follow are prefetched.</param>
internal sealed record TransposedConvolutionSchedule(int RowsAtOnce, bool Prefetches) : Schedule
{
    /// <summary>A batch of so large samples does not stay in L2.</summary>
    private const int LargeSample = Caches.L2 / 32;

    /// <summary>A quarter of L2: with fewer rows, the regions of phases become so many that their calls count.</summary>
    private const int MostFloats = Caches.L2 / 4;

    public static TransposedConvolutionSchedule Of(FusedGroup group)
    {
        var convolution = (PolyphaseConvolution)group.Anchor!;
        TensorShape image = convolution.Shape;
        int strideHeight = convolution.Terms[0].Geometry.StrideHeight, rows = (image[0] + strideHeight - 1) / strideHeight;

        // The image itself, and what is read beside it.
        int floats = (strideHeight * image.Stride(0) * 2) + convolution.Terms.Sum(term => term.X.Shape.Stride(0));
        return new(
            Math.Min(rows, Math.Max(1, MostFloats / floats)),
            !group.IsPrediction && convolution.Terms.Any(term => term.X.Shape.SampleStride + image.SampleStride >= LargeSample));
    }
}
