using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that convolves directly, with a max-pool and the Maps behind it.</summary>
internal static class ConvolutionEmitter
{
    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        EmitCall(context);
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => EpilogueOf(kernel.Again()).EmitType();

    /// <summary>Floats that the lanes of a vector must divide: with groups a vector must not reach into the next one.</summary>
    public static int Columns(Convolution convolution) =>
        IsDepthwise(convolution) || convolution.Geometry.Groups == 1
            ? convolution.Shape.PaddedInner
            : convolution.Shape.Inner / convolution.Geometry.Groups;

    /// <summary>Prints the call, for the items [begin, end).</summary>
    public static void EmitCall(KernelContext context)
    {
        var convolution = (Convolution)context.Group.Anchor!;
        var schedule = (ConvolutionSchedule)context.Group.Schedule!;
        (Tensor image, Tensor weight, Tensor output) = (convolution.Operands[0], convolution.Operands[1], context.Output);
        ResultEpilogue epilogue = EpilogueOf(context);
        CodeWriter writer = context.Writer;
        writer.Line(
            $"Convolutions.{(IsDepthwise(convolution) ? "Depthwise" : "Direct")}"
            + $"{(context.Group.Pool is null ? "" : "AndPool")}<S, V, {epilogue.Type}>(");
        writer.Line($"    {ConvolutionArguments.Image(context, image, convolution.Margins)},");
        writer.Line(
            $"    {ConvolutionArguments.Window(convolution.Geometry, weight.Shape[2])}, "
            + $"ref {context.Reference(weight)}{Pool(context)},");
        writer.Line(
            $"    {ConvolutionArguments.Image(context, output, Margins.None)}, "
            + $"outputs: {Literals.Integer(convolution.Shape.Inner)}{Argmax(context)},");
        writer.Line(
            $"    parts: {Literals.Integer(schedule.Parts)}, prefetches: {(schedule.Prefetches ? "true" : "false")}, "
            + $"begin, end, {epilogue.Argument});");
    }

    /// <summary>The window of the max-pool behind it, as arguments.</summary>
    public static string Pool(KernelContext context) => context.Group.Pool is { } pool
        ? $", poolHeight: {Literals.Integer(pool.Height.Kernel)}, poolWidth: {Literals.Integer(pool.Width.Kernel)}"
        : "";

    /// <summary>Where the pool's indices go, as an argument.</summary>
    public static string Argmax(KernelContext context) => context.Group.Pool is null ? ""
        : context.Group.Stored.FirstOrDefault(stored => stored is MaxPoolArgmax) is { } argmax ? ", ref " + context.Reference(argmax)
        : ", ref Unsafe.NullRef<float>()";

    private static bool IsDepthwise(Convolution convolution) =>
        convolution.Geometry.IsDepthwise(convolution.Operands[0].Shape.Inner, convolution.Shape.Inner);

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
