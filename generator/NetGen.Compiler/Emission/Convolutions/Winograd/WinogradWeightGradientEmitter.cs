using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that makes the gradient of a weight of that of its transform for Winograd's algorithm.</summary>
internal static class WinogradWeightGradientEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeightGradient gradient) => gradient.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeightGradient)context.Group.Anchor!;
        context.DeclareReferences();
        context.Writer.Line($"WinogradWeights.Gradient<S, V, {WinogradTypes.Window(anchor.Size)}>(");
        context.Writer.Line(
            $"    ref {context.Reference(anchor.Operands[0])}, blocks: {WinogradTransformedGradientEmitter.BlocksInUse(anchor.Blocks)}, "
            + $"ref {context.Reference(anchor)}, "
            + $"inputs: {Literals.Integer(anchor.Shape[2])}, "
            + $"columns: {Literals.Integer(anchor.Shape.Inner)}, stride: {Literals.Integer(anchor.Shape.PaddedInner)}, begin, end);");
    }
}
