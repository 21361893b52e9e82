using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>The sum as the formula has it: a tile of pixels and output channels stays in registers while the window runs.</summary>
internal sealed class DirectConvolution : ConvolutionAlgorithm
{
    public override string Name => "direct";

    public override string Sentence => "Direct: pixels and output channels stay in registers while the window runs.";

    public override bool Applies(ConvolutionTask task) => task.Node is Convolution or ConvolutionWeightGradient;

    public override double Cost(ConvolutionTask task) => task.DirectCost;

    public override Tensor Rewrite(ConvolutionTask task)
    {
        task.Node.Algorithm = this;
        return WeightGradientOfSamples.Of(task.Node);
    }
}
