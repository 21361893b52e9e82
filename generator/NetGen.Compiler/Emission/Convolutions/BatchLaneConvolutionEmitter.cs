using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that convolves as many samples together as a vector has lanes. Prints too the method that computes
/// those left over one by one, with a lane for each channel.
/// </summary>
internal static class BatchLaneConvolutionEmitter
{
    public static void Emit(KernelContext context)
    {
        var convolution = (Convolution)context.Group.Anchor!;
        (Tensor image, Tensor weight, Tensor output) = (convolution.Operands[0], convolution.Operands[1], context.Output);
        ResultEpilogue epilogue = EpilogueOf(context);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        writer.Line("int whole = end - ((end - begin) % S.Lanes);");
        string pool = context.Group.Pool is null ? ", poolHeight: 1, poolWidth: 1" : ConvolutionEmitter.Pool(context);
        string argmax = context.Group.Pool is null ? ", ref Unsafe.NullRef<float>()" : ConvolutionEmitter.Argmax(context);
        using (writer.Open("if (begin < whole)"))
        {
            writer.Line($"BatchLaneConvolutions.Convolve<S, V, {epilogue.Type}>(");
            writer.Line($"    {ConvolutionArguments.Image(context, image, Margins.None)},");
            writer.Line(
                $"    {ConvolutionArguments.Window(convolution.Geometry, weight.Shape[2])}, "
                + $"ref {context.Reference(weight)}{pool},");
            writer.Line(
                $"    {ConvolutionArguments.Image(context, output, Margins.None)}, "
                + $"outputs: {Literals.Integer(convolution.Shape.Inner)}{argmax},");
            writer.Line($"    begin, whole, {epilogue.Argument});");
        }

        EmitRest(context, convolution);
    }

    /// <summary>The epilogue's type, and the method for the samples that are left over, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        EpilogueOf(kernel.Again()).EmitType();
        KernelContext context = kernel.Again();
        context.Writer.Line();
        context.Writer.Line("// The same for samples one by one, a lane for each channel.");
        context.Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (context.Writer.Open($"private static void {Rest(context)}(Workspace workspace, int begin, int end)"))
            ConvolutionEmitter.Emit(context);
        ConvolutionEmitter.EmitStages(kernel);
    }

    /// <summary>At the width that divides the channels.</summary>
    private static void EmitRest(KernelContext context, Convolution convolution)
    {
        VectorWidth narrow = VectorWidth.Widest.Dividing(ConvolutionEmitter.Columns(convolution));
        CodeWriter writer = context.Writer;
        writer.Line($"if (whole < end && S.Lanes > {Literals.Integer(narrow.Lanes)})");
        writer.Line($"    {narrow.Class}.{Rest(context)}(workspace, whole, end);");
        writer.Line("else if (whole < end)");
        writer.Line($"    {Rest(context)}(workspace, whole, end);");
    }

    private static string Rest(KernelContext context) => context.Group.Name + "OneByOne";

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new BatchLaneElement(context), "BatchLaneEpilogue");
}
