using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that pool images, and those for their gradients.</summary>
internal static class PoolEmitter
{
    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        Tensor anchor = context.Group.Anchor!, operand = anchor.Operands[0];
        string image = ConvolutionArguments.Image(context, operand, Margins.None);
        switch (anchor)
        {
            case MaxPool pool:
                EmitCall(context, "Max", image, Axes(pool.Height, pool.Width) + ",", Argmax(context));
                break;
            case AveragePool pool:
                EmitCall(
                    context, "Average", image, $"{Axes(pool.Height, pool.Width)}, {Divisor(pool.Divisor, pool.Height, pool.Width)},", "");
                break;
            case MaxPoolGradient gradient:
                EmitGradient(
                    context, "Max", $"{image}, ref {context.Reference(gradient.Operands[1])},", Axes(gradient.Height, gradient.Width));
                break;
            case AveragePoolGradient gradient:
                EmitGradient(
                    context, "Average", image + ",",
                    $"{Axes(gradient.Height, gradient.Width)}, {Divisor(gradient.Divisor, gradient.Height, gradient.Width)}");
                break;
        }
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => EpilogueOf(kernel.Again()).EmitType();

    private static void EmitCall(KernelContext context, string method, string image, string windows, string argmax)
    {
        ResultEpilogue epilogue = EpilogueOf(context);
        context.Writer.Line($"Pools.{method}<S, V, {epilogue.Type}>(");
        context.Writer.Line($"    {image},");
        context.Writer.Line($"    {windows}");
        context.Writer.Line(
            $"    {ConvolutionArguments.Image(context, context.Output, Margins.None)}{argmax}, "
            + $"begin, end, {epilogue.Argument});");
    }

    private static void EmitGradient(KernelContext context, string method, string gradient, string windows)
    {
        context.Writer.Line($"PoolGradients.{method}<S, V>(");
        context.Writer.Line($"    {gradient}");
        context.Writer.Line($"    {windows},");
        context.Writer.Line($"    {ConvolutionArguments.Image(context, context.Group.Anchor!, Margins.None)}, begin, end);");
    }

    private static string Argmax(KernelContext context) =>
        ", ref " + (context.Group.Stored.FirstOrDefault(stored => stored is MaxPoolArgmax) is { } argmax
            ? context.Reference(argmax)
            : "Unsafe.NullRef<float>()");

    private static string Axes(PoolAxis height, PoolAxis width) => $"{Axis(height)}, {Axis(width)}";

    private static string Axis(PoolAxis axis)
    {
        string sizes = $"size: {Literals.Integer(axis.Size)}, count: {Literals.Integer(axis.Count)}, "
            + $"kernel: {Literals.Integer(axis.Kernel)}";
        if (axis.IsAdaptive)
            return $"PoolAxis.Adaptive({sizes})";
        string padding = axis is { Padding: 0, PaddingAfter: 0 }
            ? ""
            : $", padding: {Literals.Integer(axis.Padding)}, paddingAfter: {Literals.Integer(axis.PaddingAfter)}";
        string dilation = axis.Dilation == 1 ? "" : $", dilation: {Literals.Integer(axis.Dilation)}";
        return $"new({sizes}, stride: {Literals.Integer(axis.Stride)}{padding}{dilation})";
    }

    /// <summary>A number, where all windows have the same.</summary>
    private static string Divisor(AveragePoolDivisor divisor, PoolAxis height, PoolAxis width)
    {
        int first = divisor.Of(height, width, 0, 0);
        return IsSame(height) && IsSame(width) || divisor.Fixed is not null ? $"PoolDivisor.Of({Literals.Integer(first)})"
            : divisor.CountIncludePad ? "PoolDivisor.PositionsWithPadding"
            : "PoolDivisor.Positions";

        bool IsSame(PoolAxis axis) =>
            Enumerable.Range(1, axis.Count - 1).All(window => divisor.Extent(axis, window) == divisor.Extent(axis, 0));
    }

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
