using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the transform of a convolution's weight for Winograd's algorithm, which layers of its size share.</summary>
internal static class WinogradWeightEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeight weight) => weight.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeight)context.Group.Anchor!;
        Tensor weight = anchor.Operands[0];
        var transform = new WinogradWeightTransform(context.Dialect.Dividing(anchor.Shape.PaddedInner), weight.Shape, anchor.Shape);
        context.DeclareReferences();
        context.Writer.Line($"{context.Winograd.NameOf(transform)}(ref {context.Reference(weight)}, ref {context.Reference(anchor)}, begin, end);");
    }
}
