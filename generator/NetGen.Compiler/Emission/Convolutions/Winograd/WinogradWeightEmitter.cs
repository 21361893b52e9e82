using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that transforms a convolution's weight for Winograd's algorithm.</summary>
internal static class WinogradWeightEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeight weight) => weight.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeight)context.Group.Anchor!;
        context.DeclareReferences();
        context.Writer.Line($"WinogradWeights.Transform<S, V, {WinogradTypes.Window(anchor.Size)}>(");
        context.Writer.Line(
            $"    ref {context.Reference(anchor.Operands[0])}, ref {context.Reference(anchor)}, "
            + $"inputs: {Literals.Integer(anchor.Shape[2])}, "
            + $"columns: {Literals.Integer(anchor.Shape.PaddedInner)}, begin, end);");
    }
}
