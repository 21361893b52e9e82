using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How a group's work is counted and split.</summary>
internal static class GroupCost
{
    private const int MultiplyAddsOfFloat = 8;

    /// <summary>The number of work items that workers share, as a C# expression.</summary>
    public static string WorkItems(FusedGroup group) => group.Anchor switch
    {
        TransposedProduct product when ProductBlocks.IsSplitByColumns(product) => Literals.Integer(ProductBlocks.WorkItems(product)),
        ProductWeightGradient gradient => Literals.Integer(gradient.Shape[0]),
        ConvolutionWeightGradient gradient => Literals.Integer(ConvolutionWeightGradientEmitter.WorkItems(gradient)),
        PooledWeightGradient gradient => Literals.Integer(PooledWeightGradientEmitter.WorkItems(gradient)),
        WinogradWeight weight => Literals.Integer(WinogradWeightEmitter.WorkItems(weight)),
        BatchSum sum => Literals.Integer(BatchSumEmitter.WorkItems(sum)),
        Move { Shape.IsBatched: false } move => Literals.Integer(MoveEmitter.WorkItems(move)),
        null when !group.Space.IsBatched => "1",
        _ => "workspace.Samples",
    };

    /// <summary>
    /// About how much a sample costs: multiply-adds, and as many for each float that is read or written as pass meanwhile. It
    /// decides whether a batch is worth waking other threads for.
    /// </summary>
    public static long WorkOfSample(FusedGroup group) => MultiplyAdds(group)
        + (MultiplyAddsOfFloat * group.Loaded.Concat(group.Stored).Distinct().Sum(tensor => tensor.Shape.IsBatched || !group.Space.IsBatched
            ? (long)tensor.Shape.Count
            : 0));

    /// <summary>
    /// Multiply-adds of a product or a convolution for one sample; 0 for other groups. For a convolution by Winograd's algorithm
    /// those of the direct one, whose work it does: so that speeds can be compared.
    /// </summary>
    public static long MultiplyAdds(FusedGroup group) => group.Anchor switch
    {
        Product or TransposedProduct => (long)group.Anchor.Shape.Count * group.Anchor.Operands[0].Shape.Inner,
        ProductWeightGradient gradient => (long)gradient.Operands[0].Shape.Count * gradient.Shape[1],
        Convolution c => (long)c.Shape.Count * c.Geometry.KernelHeight * c.Geometry.KernelWidth * c.Operands[1].Shape[2],
        ConvolutionWeightGradient g =>
            (long)g.Operands[1].Shape.Count * g.Geometry.KernelHeight * g.Geometry.KernelWidth * g.Shape[2],
        StridedInputGradient g =>
            (long)g.Gradient.Shape.Count * g.Geometry.KernelHeight * g.Geometry.KernelWidth * g.Shape.Inner,

        // At most: where the pool's gradient is 0, nothing is done.
        PooledWeightGradient g => (long)g.Gradient.Shape.Count * g.Geometry.KernelHeight * g.Geometry.KernelWidth * g.Image.Shape.Inner,
        PooledInputGradient g => (long)g.Gradient.Shape.Count * g.Geometry.KernelHeight * g.Geometry.KernelWidth * g.Shape.Inner,
        _ => 0,
    };
}
