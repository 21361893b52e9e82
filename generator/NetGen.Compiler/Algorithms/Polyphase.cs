using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>A strided transposed convolution by its phases: <see cref="PolyphaseConvolution"/>.</summary>
internal sealed class Polyphase : ConvolutionAlgorithm
{
    public override string Name => "polyphase";

    public override string Sentence => "By phases: which elements of the window reach a pixel follows from its place within a stride.";

    public override bool Applies(ConvolutionTask task) =>
        task.Node is TransposedConvolution
        && task.Geometry is { Groups: 1 } and not { StrideHeight: 1, StrideWidth: 1 }
        && WeightByOutput.CanTake(task.Image.Inner);

    public override Tensor Rewrite(ConvolutionTask task) => task.Program.Add(new PolyphaseConvolution(
        task.Origin,
        [.. ((TransposedConvolution)task.Node).Terms.Select(term => term with { Weight = WeightByOutput.Of(task.Use(term.Weight).At(task.Origin with { Layer = term.Weight.Layer })) })],
        task.Image)
    {
        Algorithm = this,
    });
}
