using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>Each channel by itself: vectors run along the channels of image and weight alike.</summary>
internal sealed class Depthwise : ConvolutionAlgorithm
{
    public override string Name => "depthwise";

    public override string Sentence => "Each channel by itself: a vector of the image times one of the weight.";

    public override bool Applies(ConvolutionTask task) =>
        task.Node is Convolution or ConvolutionWeightGradient && task.Geometry.IsDepthwise(task.Image.Inner, task.Output.Inner);

    public override Tensor Rewrite(ConvolutionTask task)
    {
        task.Node.Algorithm = this;
        return WeightGradientOfSamples.Of(task.Node);
    }
}
