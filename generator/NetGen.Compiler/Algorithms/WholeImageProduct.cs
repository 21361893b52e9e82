using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// A convolution with one output pixel is a product of the pixels under its window with the weight in its own layout: a window over a whole
/// image, or a transposed convolution of one pixel, as in the first layer of a generator.
/// </summary>
internal sealed class WholeImageProduct : ConvolutionAlgorithm
{
    public override string Name => "whole-image product";

    public override string Sentence => "The window stands at one place: a matrix product of the pixels under it.";

    public override bool Applies(ConvolutionTask task) =>
        task.Output.Rows == 1
        && task.Geometry is { Groups: 1 } and not { KernelHeight: 1, KernelWidth: 1 }
        && task.Node switch
        {
            Convolution convolution => convolution.Margins == Margins.None,
            TransposedConvolution convolution => convolution.Terms.Count == 1,
            ConvolutionWeightGradient gradient => gradient.Margins == Margins.None,
            _ => false,
        };

    public override Tensor Rewrite(ConvolutionTask task)
    {
        ConvolutionGeometry geometry = task.Geometry;
        (int height, int width) = (geometry.KernelHeight, geometry.KernelWidth);
        int channels = task.Image.Inner;
        switch (task.Node)
        {
            case Convolution convolution:
                return Restored(
                    Pixels(task.Use(convolution.Operands[0]), geometry).Times(task.Use(convolution.Operands[1]).AsMatrix()), task.Output);
            case TransposedConvolution { Terms: [var term] }:
                Expr pixels = Row(task.Use(term.X)).TimesTransposed(task.Use(term.Weight).AsMatrix()).Permuted(
                    term.X.Shape.With([geometry.CoveredHeight(1), geometry.CoveredWidth(1), channels]),
                    new MoveLoop(height, 0, width * channels, 0, geometry.DilationHeight),
                    new MoveLoop(width, 0, channels, 1, geometry.DilationWidth),
                    new MoveLoop(channels, 0, 1, 2, 1));
                return pixels.Padded(
                    (-term.Top, task.Image[0] + term.Top - pixels.Shape[0]), (-term.Left, task.Image[1] + term.Left - pixels.Shape[1]));
            default:
                Expr product = task.Use(task.Program.Add(new ProductWeightGradient(
                    task.Origin, Pixels(task.Use(task.Node.Operands[0]), geometry), Row(task.Use(task.Node.Operands[1])))));
                return product.Permuted(
                    task.Node.Shape,
                    new MoveLoop(height, 0, width * channels, 0, 1),
                    new MoveLoop(width, 0, channels, 1, 1),
                    new MoveLoop(channels, 0, 1, 2, 1),
                    new MoveLoop(product.Shape[1], 1, 1, 3, 1));
        }
    }

    /// <summary>The pixels under the window as a row, [kernel height · kernel width · channels].</summary>
    private static Expr Pixels(Expr image, ConvolutionGeometry geometry)
    {
        int channels = image.Shape.Inner;
        return image.Permuted(
            image.Shape.With([geometry.KernelHeight * geometry.KernelWidth * channels]),
            new MoveLoop(geometry.KernelHeight, 0, geometry.DilationHeight, 0, geometry.KernelWidth * channels),
            new MoveLoop(geometry.KernelWidth, 1, geometry.DilationWidth, 0, channels),
            new MoveLoop(channels, 2, 1, 0, 1));
    }

    /// <summary>[1, 1, channels] as [channels].</summary>
    private static Expr Row(Expr pixel) =>
        pixel.Permuted(pixel.Shape.With([pixel.Shape.Inner]), new MoveLoop(pixel.Shape.Inner, 2, 1, 0, 1));

    private static Expr Restored(Expr row, TensorShape pixel) => row.Permuted(pixel, new MoveLoop(pixel.Inner, 0, 1, 2, 1));
}
