using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>A strided transposed convolution by its phases: <see cref="PolyphaseConvolution"/>.</summary>
internal sealed class Polyphase : ConvolutionAlgorithm
{
    public override string Name => "polyphase";

    public override string Sentence => "By phases: which elements of the window reach a pixel follows from its place within a stride.";

    public override bool Applies(ConvolutionTask task) =>
        task.Node is TransposedConvolution
        && task.Geometry is not { StrideHeight: 1, StrideWidth: 1 }
        && (task.Geometry.Groups == 1 || task.Geometry.IsDepthwise(task.Image.Inner, task.Output.Inner));

    public override Tensor Rewrite(ConvolutionTask task) => task.Program.Add(new PolyphaseConvolution(
        task.Origin,
        [.. ((TransposedConvolution)task.Node).Terms.Select(
            term => term.Geometry.Groups > 1
                ? term
                : term with { Weight = Transposed(task.Use(term.Weight).At(task.Origin with { Layer = term.Weight.Layer })) })],
        task.Image)
    {
        Algorithm = this,
    });

    /// <summary>[height, width, image channels, output channels] → [height, width, output channels, image channels].</summary>
    private static Expr Transposed(Expr weight)
    {
        (int height, int width, int channels, int outputs) = (weight.Shape[0], weight.Shape[1], weight.Shape[2], weight.Shape[3]);
        return weight.Permuted(
            weight.Shape.With([height, width, outputs, channels]),
            new MoveLoop(height, 0, 1, 0, 1), new MoveLoop(width, 1, 1, 1, 1), new MoveLoop(outputs, 3, 1, 2, 1),
                new MoveLoop(channels, 2, 1, 3, 1));
    }
}
