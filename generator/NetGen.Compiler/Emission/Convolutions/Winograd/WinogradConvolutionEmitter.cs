using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that convolves by Winograd's algorithm, with a max-pool and the Maps behind it.</summary>
internal static class WinogradConvolutionEmitter
{
    public static void Emit(KernelContext context)
    {
        var convolution = (WinogradConvolution)context.Group.Anchor!;
        var schedule = (WinogradSchedule)context.Group.Schedule!;
        (Tensor image, Tensor weight) = (convolution.Operands[0], convolution.Operands[1]);
        Tensor output = context.Output;
        Tensor? argmax = context.Group.Stored.FirstOrDefault(stored => stored is MaxPoolArgmax);
        ResultEpilogue epilogue = EpilogueOf(context);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        string method = schedule.SharesColumns ? "ConvolveColumns" : context.Group.Pool is null ? "Convolve" : "ConvolveAndPool";
        writer.Line($"WinogradConvolutions.{method}<S, V, {WinogradTypes.Window(convolution.Size)}, {epilogue.Type}>(");
        writer.Line(
            $"    {ConvolutionArguments.Image(context, image, convolution.Margins)}, "
            + $"inputs: {Literals.Integer(weight.Shape[2])}, ref {context.Reference(weight)},");
        if (context.Group.Pool is { } pool)
            writer.Line(
                $"    poolHeight: {Literals.Integer(pool.Height.Kernel)}, poolWidth: {Literals.Integer(pool.Width.Kernel)}, "
                + $"{ConvolutionArguments.Image(context, output, Margins.None)}, "
                + $"ref {(argmax is null ? "Unsafe.NullRef<float>()" : context.Reference(argmax))},");
        else
            writer.Line($"    {ConvolutionArguments.Image(context, output, Margins.None)},");
        string parts = schedule.SharesColumns
            ? $"columnsOfPart: {Literals.Integer(WinogradSchedule.ColumnsOfPart)}, samples: workspace.Samples"
            : $"parts: {Literals.Integer(schedule.Parts)}";
        writer.Line($"    tilesOfBlock: {Literals.Integer(schedule.TilesOfBlock)}, {parts}, begin, end, {epilogue.Argument});");
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => EpilogueOf(kernel.Again()).EmitType();

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
