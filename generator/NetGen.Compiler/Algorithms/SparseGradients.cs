using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// The sparse gradients of a convolution before a max-pool: each window of the pool has one argmax position, so three of four products of
/// the dense rule would be with 0.
/// </summary>
internal sealed class SparseGradients : ConvolutionAlgorithm
{
    /// <summary>The most elements of the weight for one output channel: the sums of more would not stay in L1.</summary>
    private const int MostElements = 4096;

    public override string Name => "sparse gradient";

    public override string Sentence => "Only the argmax positions of the max-pool are visited.";

    /// <summary>Windows that tile, one group, and channels that fill their blocks.</summary>
    public override bool Applies(ConvolutionTask task) =>
        task.PoolGradient is { Height: { IsTiling: true, Kernel: <= 3 }, Width: { IsTiling: true, Kernel: <= 3 } }
        && task.Geometry is { Groups: 1, DilationWidth: 1 }
        && task.Node is not TransposedConvolution { Terms: [{ Top: < 0 } or { Left: < 0 }] }
        && WeightByOutput.CanTake(task.Image.Inner)
        && task.Geometry.KernelHeight * task.Geometry.KernelWidth * task.Image.PaddedInner <= MostElements;

    public override Tensor Rewrite(ConvolutionTask task) =>
        task.Node is TransposedConvolution { Terms: [var term] }
            ? ByImage(task, term) : ByWeight(task, (ConvolutionWeightGradient)task.Node);

    /// <summary>The gradient of the weight, [kernel height, kernel width, channels, output channels].</summary>
    private Expr ByWeight(ConvolutionTask task, ConvolutionWeightGradient node)
    {
        TensorShape weight = node.Shape;
        Expr byOutput = task.Use(task.Program.Add(
            new SparseWeightGradient(task.Origin, node.Operands[0], task.PoolGradient!, task.Geometry, node.Margins) { Algorithm = this }));
        (int height, int width, int channels, int outputs) = (weight[0], weight[1], weight[2], weight[3]);
        return byOutput.Permuted(
            weight,
            new MoveLoop(height, 1, 1, 0, 1),
            new MoveLoop(width, 2, task.Image.PaddedInner, 1, 1),
            new MoveLoop(channels, 2, 1, 2, 1),
            new MoveLoop(outputs, 0, 1, 3, 1));
    }

    /// <summary>The gradient of the image, [height, width, channels], with the padding cropped.</summary>
    private Expr ByImage(ConvolutionTask task, TransposedTerm term)
    {
        TensorShape image = task.Image;
        int height = Math.Max(term.Geometry.CoveredHeight(term.X.Shape[0]), term.Top + image[0]);
        int width = Math.Max(term.Geometry.CoveredWidth(term.X.Shape[1]), term.Left + image[1]);
        Expr covered = task.Use(task.Program.Add(new SparseInputGradient(
            task.Origin, task.PoolGradient!, WeightByOutput.Of(task.Use(term.Weight)), image.With([height, width, image.Inner]),
                term.Geometry) { Algorithm = this }));
        return covered.Padded((-term.Top, term.Top + image[0] - height), (-term.Left, term.Left + image[1] - width));
    }
}
