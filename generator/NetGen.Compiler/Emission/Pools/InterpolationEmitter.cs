using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that resize images, and those for their gradients.</summary>
internal static class InterpolationEmitter
{
    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        Tensor anchor = context.Group.Anchor!;
        string image = ConvolutionArguments.Image(context, anchor.Operands[0], Margins.None);
        CodeWriter writer = context.Writer;
        if (anchor is InterpolationGradient gradient)
        {
            writer.Line($"Interpolations.{Method(gradient.Height)}Gradient<S, V>(");
            writer.Line($"    {image},");
            writer.Line($"    {Axis(gradient.Height)}, {Axis(gradient.Width)},");
            writer.Line($"    {ConvolutionArguments.Image(context, gradient, Margins.None)}, begin, end);");
            return;
        }

        var interpolation = (Interpolation)anchor;
        ResultEpilogue epilogue = EpilogueOf(context);
        writer.Line($"Interpolations.{Method(interpolation.Height)}<S, V, {epilogue.Type}>(");
        writer.Line($"    {image},");
        writer.Line($"    {Axis(interpolation.Height)}, {Axis(interpolation.Width)},");
        writer.Line($"    {ConvolutionArguments.Image(context, context.Output, Margins.None)}, begin, end, {epilogue.Argument});");
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        if (kernel.Group.Anchor is Interpolation)
            EpilogueOf(kernel.Again()).EmitType();
    }

    private static string Method(InterpolationAxis axis) => axis.Mode switch
    {
        InterpolationMode.Linear => "Bilinear",
        InterpolationMode.Cubic => "Bicubic",
        _ => "Nearest",
    };

    private static string Axis(InterpolationAxis axis)
    {
        if (axis.Mode is InterpolationMode.Reflect or InterpolationMode.Replicate or InterpolationMode.Circular)
            return $"InterpolationAxis.{axis.Mode}(size: {Literals.Integer(axis.Size)}, count: {Literals.Integer(axis.Count)}, "
                + $"before: {Literals.Integer(axis.Before)})";
        string factor = axis.Factor > 0 ? $", factor: {Literals.Double(axis.Factor)}" : "";
        string corners = axis.AlignsCorners ? ", alignsCorners: true" : "";
        return $"new(size: {Literals.Integer(axis.Size)}, count: {Literals.Integer(axis.Count)}{factor}{corners})";
    }

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
