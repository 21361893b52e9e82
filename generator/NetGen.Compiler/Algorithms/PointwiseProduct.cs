using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>A window of 1×1 that skips nothing is a product at each pixel, forward and backward.</summary>
internal sealed class PointwiseProduct : ConvolutionAlgorithm
{
    public override string Name => "1×1 product";

    public override string Sentence => "A window of 1×1: a matrix product at each pixel.";

    public override bool Applies(ConvolutionTask task) =>
        task.Geometry is { KernelHeight: 1, KernelWidth: 1, StrideHeight: 1, StrideWidth: 1, Groups: 1 } && task.Node switch
        {
            Convolution convolution => convolution.Margins == Margins.None,
            TransposedConvolution { Terms: [{ Top: 0, Left: 0 } term] } => term.X.Shape[0] == task.Image[0]
                && term.X.Shape[1] == task.Image[1],
            ConvolutionWeightGradient gradient => gradient.Margins == Margins.None,
            _ => false,
        };

    public override Tensor Rewrite(ConvolutionTask task)
    {
        switch (task.Node)
        {
            case Convolution convolution:
                return task.Use(convolution.Operands[0]).Times(task.Use(convolution.Operands[1]).AsMatrix());
            case TransposedConvolution { Terms: [var term] }:
                return task.Use(term.X).TimesTransposed(task.Use(term.Weight).AsMatrix());
            default:
                Expr product = WeightGradientOfSamples.OfProduct(task);
                return product.Permuted(
                    task.Node.Shape, new MoveLoop(product.Shape[0], 0, 1, 2, 1), new MoveLoop(product.Shape[1], 1, 1, 3, 1));
        }
    }
}
