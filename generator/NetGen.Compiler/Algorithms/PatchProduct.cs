using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// A small image under a large weight: the pixels under each window are copied into a row (im2col), and the rows are multiplied by the
/// weight. A product reads the weight once for all rows; a direct sum reads it again for each few pixels, from L3.
/// </summary>
internal sealed class PatchProduct : ConvolutionAlgorithm
{
    /// <summary>A weight that stays in L2 may be read again and again.</summary>
    private const int FewestWeights = Caches.L2;

    /// <summary>Of larger images a direct sum has enough pixels for each number of the weight that it reads (measured at 8×8).</summary>
    private const int MostPixels = 36;

    public override string Name => "product of patches";

    public override string Sentence => "The pixels under each window become a row (im2col): a matrix product of these rows.";

    public override bool Applies(ConvolutionTask task) =>
        task.Node is Convolution
        && task.Geometry is { Groups: 1 } geometry
        && geometry.KernelHeight * geometry.KernelWidth > 1
        && task.Output.Rows <= MostPixels
        && (long)geometry.KernelHeight * geometry.KernelWidth * task.Image.Inner * task.Output.PaddedInner >= FewestWeights;

    public override Tensor Rewrite(ConvolutionTask task)
    {
        var convolution = (Convolution)task.Node;
        Margins margins = convolution.Margins;
        Expr image = task.Use(convolution.Operands[0]).Padded((margins.Top, margins.Bottom), (margins.Left, margins.Right));
        return Patches(image, task.Output, task.Geometry).Times(task.Use(convolution.Operands[1]).AsMatrix());
    }

    /// <summary>The pixels under the window at each position, [height, width, kernel height · kernel width · channels].</summary>
    private static Expr Patches(Expr image, TensorShape output, ConvolutionGeometry geometry)
    {
        int channels = image.Shape.Inner, line = geometry.KernelWidth * channels;
        return image.Permuted(
            image.Shape.With([output[0], output[1], geometry.KernelHeight * line]),
            new MoveLoop(output[0], 0, geometry.StrideHeight, 0, 1),
            new MoveLoop(output[1], 1, geometry.StrideWidth, 1, 1),
            new MoveLoop(geometry.KernelHeight, 0, geometry.DilationHeight, 2, line),
            new MoveLoop(geometry.KernelWidth, 1, geometry.DilationWidth, 2, channels),
            new MoveLoop(channels, 2, 1, 2, 1));
    }
}
