using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums the gradient of a direct convolution's weight over all pixels of all samples.
/// </summary>
internal static class ConvolutionWeightGradientEmitter
{
    /// <summary>Floats that the lanes of a vector must divide: a vector must not reach into the next group.</summary>
    public static int Columns(ConvolutionWeightGradient gradient)
    {
        (ConvolutionGeometry geometry, TensorShape output) = (gradient.Geometry, gradient.Operands[1].Shape);
        return geometry.Groups == 1 || IsDepthwise(gradient) ? output.PaddedInner : output.Inner / geometry.Groups;
    }

    public static void Emit(KernelContext context)
    {
        var anchor = (ConvolutionWeightGradient)context.Group.Anchor!;
        var schedule = (ConvolutionWeightGradientSchedule)context.Group.Schedule!;
        (Tensor image, Tensor gradient) = (anchor.Operands[0], anchor.Operands[1]);
        bool isDepthwise = IsDepthwise(anchor);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        writer.Line($"ConvolutionWeightGradients.{(isDepthwise ? "Depthwise" : "Direct")}{(anchor.IsOfSample ? "OfSamples" : "")}<S, V>(");
        writer.Line($"    {ConvolutionArguments.Image(context, image, anchor.Margins)},");
        writer.Line(
            $"    {ConvolutionArguments.Image(context, gradient, Margins.None)}, "
            + $"{(isDepthwise ? "channels" : "outputs")}: {Literals.Integer(gradient.Shape.Inner)},");
        writer.Line(
            $"    ref {context.Reference(anchor)}, gradientStride: {Literals.Integer(anchor.Shape.PaddedInner)}, "
            + (anchor.IsOfSample ? $"gradientSampleStride: {Literals.Integer(anchor.Shape.SampleStride)}, " : "")
            + $"{ConvolutionArguments.Window(anchor.Geometry, anchor.Shape[2])},");
        writer.Line(
            $"    {(isDepthwise ? "" : $"parts: {Literals.Integer(schedule.Parts)}, ")}"
            + $"rowsAtOnce: {Literals.Integer(schedule.RowsAtOnce)}, {(anchor.IsOfSample ? "" : "workspace.Samples, ")}begin, end);");
    }

    private static bool IsDepthwise(ConvolutionWeightGradient gradient) =>
        gradient.Geometry.IsDepthwise(gradient.Operands[0].Shape.Inner, gradient.Operands[1].Shape.Inner);
}
