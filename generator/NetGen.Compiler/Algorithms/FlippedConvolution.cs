using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// Any transposed convolution as a convolution of x dilated by the stride, with the weight flipped by 180° and its channel axes exchanged.
/// The algorithm of that convolution is chosen next.
/// </summary>
internal sealed class FlippedConvolution : ConvolutionAlgorithm
{
    public override string Name => "flipped convolution";

    public override string Sentence => "A convolution with the flipped weight.";

    public override bool Applies(ConvolutionTask task) => task.Node is TransposedConvolution;

    public override Tensor Rewrite(ConvolutionTask task) =>
        ((TransposedConvolution)task.Node).Terms.Select(term => Flipped(task, term)).Aggregate((a, b) => a + b);

    private static Expr Flipped(ConvolutionTask task, TransposedTerm term)
    {
        ConvolutionGeometry geometry = term.Geometry;
        Expr spread = task.Use(term.X).Padded((0, 0), (0, 0), (geometry.StrideHeight, geometry.StrideWidth));
        return spread.Convolve(
            Flipped(task.Use(term.Weight), geometry), geometry with { StrideHeight = 1, StrideWidth = 1 },
            Around(0, term.Top, geometry.DilationHeight * (geometry.KernelHeight - 1)),
            Around(1, term.Left, geometry.DilationWidth * (geometry.KernelWidth - 1)));

        // The window reaches so far over both ends of what is spread; the image begins and ends where it does.
        (int Before, int After) Around(int axis, int first, int reach) => (reach - first, task.Image[axis] + first - spread.Shape[axis]);
    }

    /// <summary>[ky, kx, c, group·o] → [-ky, -kx, o, group·c].</summary>
    private static Expr Flipped(Expr weight, ConvolutionGeometry geometry)
    {
        (int height, int width, int channels) = (weight.Shape[0], weight.Shape[1], weight.Shape[2]);
        int outputs = weight.Shape[3] / geometry.Groups;
        var part = new MovePart(
            [height - 1, width - 1, 0, 0],
            [0, 0, 0, 0],
            [
                new(height, 0, -1, 0, 1),
                new(width, 1, -1, 1, 1),
                new(geometry.Groups, 3, outputs, 3, channels),
                new(outputs, 3, 1, 2, 1),
                new(channels, 2, 1, 3, 1),
            ]);
        TensorShape shape = weight.Shape.With([height, width, outputs, geometry.Groups * channels]);
        return weight.Add(new Move(weight.Origin, shape, [weight], [part]));
    }
}
