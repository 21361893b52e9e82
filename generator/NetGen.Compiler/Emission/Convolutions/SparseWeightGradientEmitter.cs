using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums the gradient of a convolution's weight from the argmax positions of the max-pool behind it.
/// </summary>
internal static class SparseWeightGradientEmitter
{
    public static void Emit(KernelContext context)
    {
        var anchor = (SparseWeightGradient)context.Group.Anchor!;
        var schedule = (SparseWeightGradientSchedule)context.Group.Schedule!;
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        writer.Line("SparseWeightGradients.OfConvolution<S, V>(");
        writer.Line($"    {ConvolutionArguments.Image(context, anchor.Image, Margins.None)},");
        writer.Line($"    {ConvolutionArguments.Window(anchor.Geometry, anchor.Image.Shape.Inner)},");
        writer.Line($"    {SparseGradientCalls.OutputGradient(context, anchor.Gradient, anchor.Argmax, anchor.Spread)},");
        writer.Line(
            $"    ref {context.Reference(anchor)}, stride: {Literals.Integer(anchor.Shape.Stride(1))}, workspace.Samples, "
            + $"rowsAtOnce: {Literals.Integer(schedule.RowsAtOnce)}, begin, end);");
    }
}
