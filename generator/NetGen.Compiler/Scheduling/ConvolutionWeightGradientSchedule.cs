using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of the gradient of a direct convolution's weight.</summary>
/// <param name="Items">
/// Work items: parts of the rows of the window, for each group. Each is summed in one order by one worker. Where each sample has its own
/// gradient, the samples are shared, with all of their items.
/// </param>
/// <param name="Parts">Work items of a row of the window.</param>
/// <param name="RowsAtOnce">
/// Rows of the result in a block of each sum. They and what they read of the image stay in L2 for all items.
/// </param>
internal sealed record ConvolutionWeightGradientSchedule(int Items, int Parts, int RowsAtOnce) : Schedule
{
    /// <summary>A part of L2.</summary>
    private const int MostFloats = 3 * Caches.L2 / 32;

    /// <summary>Pixels in a block of a sum. A long sum adds up the sums of its blocks, which keeps its digits.</summary>
    private const int MostPixels = 1024;

    /// <summary>Rows of the weight that a work item sums at most: a multiple of the rows of every tile, 12, 6, 4 and 3.</summary>
    private const int MostPositions = 12;

    /// <summary>With fewer rows a work item has too few sums to keep the processor busy.</summary>
    private const int FewestPositions = 6;

    public static ConvolutionWeightGradientSchedule Of(ConvolutionWeightGradient gradient)
    {
        ConvolutionGeometry geometry = gradient.Geometry;
        (TensorShape image, TensorShape output) = (gradient.Operands[0].Shape, gradient.Operands[1].Shape);
        bool isDepthwise = geometry.IsDepthwise(image.Inner, output.Inner);
        int parts = isDepthwise ? 1 : PartsOfRow(gradient, image);
        return new(
            geometry.KernelHeight * parts * (isDepthwise ? 1 : geometry.Groups),
            parts,
            Math.Min(
                output[0],
                Math.Max(
                    1,
                    Math.Min(MostPixels / output[1], MostFloats / ((geometry.StrideHeight * image.Stride(0)) + output.Stride(0))))));
    }

    /// <summary>
    /// A row of the window whose channels lie in memory without gaps is one run of positions. Otherwise its
    /// columns are apart, since they reach different pixels at the sides of an image with margins. Columns
    /// of few channels are together, so that there are enough sums.
    /// </summary>
    private static int PartsOfRow(ConvolutionWeightGradient gradient, TensorShape image)
    {
        (int width, int channels) = (gradient.Geometry.KernelWidth, gradient.Shape[2]);
        bool isWhole = gradient.Margins is { Left: 0, Right: 0 };
        return isWhole && gradient.Geometry.DilationWidth * image.Stride(1) == channels ? PartsOf(width * channels)
            : isWhole && channels < FewestPositions ? 1
            : width * PartsOf(channels);
    }

    private static int PartsOf(int positions)
    {
        for (int part = MostPositions; part >= FewestPositions; part--)
            if (positions % part == 0)
                return positions / part;
        return 1;
    }
}
