using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// The gradient of a weight that has no more floats than the result of a sample: each sample has its own, and these are summed over the
/// batch. A thread then reads what it has written itself for its samples. Where threads share the rows of the window, all of them read all
/// samples, which comes from other cores' caches.
/// </summary>
internal static class WeightGradientOfSamples
{
    /// <summary>A sample with fewer floats is not worth another method.</summary>
    private const int SmallestOutput = 4096;

    /// <summary>The node, or what takes its place.</summary>
    public static Tensor Of(Tensor node)
    {
        if (node is not ConvolutionWeightGradient { IsOfSample: false } gradient || !IsSmall(node.Shape, node.Operands[1].Shape))
            return node;
        return new Expr(gradient.Operands[0], node.Origin)
            .Add(new ConvolutionWeightGradient(
                node.Origin, gradient.Operands[0], gradient.Operands[1], gradient.Geometry, gradient.Margins, isOfSample: true)
            {
                Algorithm = node.Algorithm,
            })
            .SumOverBatch();
    }

    /// <summary>The gradient of the weight of a 1×1 convolution, [in, out], which is a product at each pixel.</summary>
    public static Expr OfProduct(ConvolutionTask task)
    {
        (Tensor image, Tensor output) = (task.Node.Operands[0], task.Node.Operands[1]);
        bool isOfSample = IsSmall(task.Node.Shape, output.Shape);
        Expr gradient = task.Use(task.Program.Add(new ProductWeightGradient(task.Origin, image, output, isOfSample)));
        return isOfSample ? gradient.SumOverBatch() : gradient;
    }

    /// <summary>Whether the gradients of a weight for all samples have no more floats than those of the result.</summary>
    private static bool IsSmall(TensorShape weight, TensorShape output) => output.Count >= Math.Max(SmallestOutput, weight.Count);
}
