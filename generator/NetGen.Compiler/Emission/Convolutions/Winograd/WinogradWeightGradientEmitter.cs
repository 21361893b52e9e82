using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the gradient of a weight from that of its transform for Winograd's algorithm, which layers of its size share.</summary>
internal static class WinogradWeightGradientEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeightGradient gradient) => gradient.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeightGradient)context.Group.Anchor!;
        Tensor transformed = anchor.Operands[0];
        var transform = new WinogradWeightGradientTransform(context.Dialect.Dividing(anchor.Shape.PaddedInner), transformed.Shape, anchor.Shape);
        context.DeclareReferences();
        context.Writer.Line($"{context.Winograd.NameOf(transform)}(ref {context.Reference(transformed)}, ref {context.Reference(anchor)}, begin, end);");
    }
}
