using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums the gradient by a convolution's image from the argmax
/// positions of the max-pool behind it, with the Maps that follow.
/// </summary>
internal static class SparseInputGradientEmitter
{
    public static void Emit(KernelContext context)
    {
        var anchor = (SparseInputGradient)context.Group.Anchor!;
        var schedule = (SparseInputGradientSchedule)context.Group.Schedule!;
        ResultEpilogue epilogue = EpilogueOf(context);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        writer.Line($"SparseInputGradients.OfConvolution<S, V, {epilogue.Type}>(");
        writer.Line(
            $"    {SparseGradientCalls.OutputGradient(context, anchor.Gradient, anchor.Argmax, anchor.Spread)}, "
            + $"outputs: {Literals.Integer(anchor.Gradient.Shape.Inner)},");
        writer.Line($"    ref {context.Reference(anchor.Weight)}, {ConvolutionArguments.Window(anchor.Geometry, anchor.Shape.Inner)},");
        writer.Line($"    {ConvolutionArguments.Image(context, context.Output, Margins.None)},");
        writer.Line($"    rowsAtOnce: {Literals.Integer(schedule.RowsAtOnce)}, begin, end, {epilogue.Argument});");
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => EpilogueOf(kernel.Again()).EmitType();

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
