using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>A convolution that is to be computed: forward, back to its image, or to the gradient of its weight.</summary>
/// <param name="Node">The node, which is plain: no algorithm is chosen yet.</param>
/// <param name="Image">What the convolution reads, or what is computed, [height, width, channels], without padding.</param>
/// <param name="Output">What the convolution gives, or its gradient.</param>
/// <param name="Geometry">The convolution's.</param>
/// <param name="AllowsWinograd">Whether results may differ from the direct sums by Winograd's rounding.</param>
internal sealed record ConvolutionTask(
    Tensor Node, TensorShape Image, TensorShape Output, ConvolutionGeometry Geometry, bool AllowsWinograd)
{
    public Program Program => Node.Program;

    public Origin Origin => Node.Origin;

    /// <summary>Multiply-adds of the direct sum for each pair of channels: what other ways are measured by.</summary>
    public double DirectCost => (double)Geometry.KernelHeight * Geometry.KernelWidth * Output.Rows;

    /// <summary>The gradient that a max-pool sends back into this convolution's result, where that is all it gets; else null.</summary>
    public MaxPoolGradient? PoolGradient => Node switch
    {
        TransposedConvolution { Terms: [{ X: MaxPoolGradient gradient }] } => gradient,
        ConvolutionWeightGradient gradient => gradient.Operands[1] as MaxPoolGradient,
        _ => null,
    };

    /// <summary>The task that a node is, or null where it is none or has an algorithm already.</summary>
    public static ConvolutionTask? Of(Tensor node, bool allowsWinograd) => node.Algorithm is not null ? null : node switch
    {
        Convolution convolution =>
            new(node, convolution.Operands[0].Shape, node.Shape, convolution.Geometry, allowsWinograd),
        TransposedConvolution { Terms: [var first, ..] } => new(node, node.Shape, first.X.Shape, first.Geometry, allowsWinograd),
        ConvolutionWeightGradient gradient =>
            new(node, gradient.Operands[0].Shape, gradient.Operands[1].Shape, gradient.Geometry, allowsWinograd),
        _ => null,
    };

    /// <summary>An expression of the node's own layer and direction.</summary>
    public Expr Use(Tensor tensor) => new(tensor, Origin);
}
