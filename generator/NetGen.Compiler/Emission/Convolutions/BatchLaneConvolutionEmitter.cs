using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that convolves as many samples together as a vector has lanes. Those left over it computes one by one,
/// with some columns in each lane, where these fill the lanes; else a method is printed for them, with a lane for each channel.
/// </summary>
internal static class BatchLaneConvolutionEmitter
{
    /// <summary>Columns of the result that lie in lanes: at least three quarters of the widest vector's have some.</summary>
    private const int FewestColumns = 12;

    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        if (LanesMayBeColumns(context))
        {
            EmitCall(context, "ConvolveAll", "begin, end");
            return;
        }

        context.Writer.Line("int whole = end - ((end - begin) % S.Lanes);");
        using (context.Writer.Open("if (begin < whole)"))
            EmitCall(context, "Convolve", "begin, whole");
        EmitRest(context);
    }

    /// <summary>The epilogue's type, and the method for the samples that are left over, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        EpilogueOf(kernel.Again()).EmitType();
        if (LanesMayBeColumns(kernel))
            return;
        KernelContext context = kernel.Again();
        context.Writer.Line();
        context.Writer.Line("// The same for samples one by one, a lane for each channel.");
        context.Writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (context.Writer.Open($"private static void {Rest(context)}(Workspace workspace, int begin, int end)"))
            ConvolutionEmitter.Emit(context);
        ConvolutionEmitter.EmitStages(kernel);
    }

    private static void EmitCall(KernelContext context, string method, string samples)
    {
        var convolution = (Convolution)context.Group.Anchor!;
        (Tensor image, Tensor weight, Tensor output) = (convolution.Operands[0], convolution.Operands[1], context.Output);
        ResultEpilogue epilogue = EpilogueOf(context);
        CodeWriter writer = context.Writer;
        string pool = context.Group.Pool is null ? ", poolHeight: 1, poolWidth: 1" : ConvolutionEmitter.Pool(context);
        string argmax = context.Group.Pool is null ? ", ref Unsafe.NullRef<float>()" : ConvolutionEmitter.Argmax(context);
        writer.Line($"BatchLaneConvolutions.{method}<S, V, {epilogue.Type}>(");
        writer.Line($"    {ConvolutionArguments.Image(context, image, Margins.None)},");
        writer.Line(
            $"    {ConvolutionArguments.Window(convolution.Geometry, weight.Shape[2])}, "
            + $"ref {context.Reference(weight)}{pool},");
        writer.Line(
            $"    {ConvolutionArguments.Image(context, output, Margins.None)}, "
            + $"outputs: {Literals.Integer(convolution.Shape.Inner)}{argmax},");
        writer.Line($"    {samples}, {epilogue.Argument});");
    }

    private static void EmitRest(KernelContext context)
    {
        // At the width that divides the channels.
        CodeWriter writer = context.Writer;
        VectorWidth narrow = VectorWidth.Widest.Dividing(ConvolutionEmitter.Columns((Convolution)context.Group.Anchor!));
        writer.Line($"if (whole < end && S.Lanes > {Literals.Integer(narrow.Lanes)})");
        writer.Line($"    {narrow.Class}.{Rest(context)}(workspace, whole, end);");
        writer.Line("else if (whole < end)");
        writer.Line($"    {Rest(context)}(workspace, whole, end);");
    }

    /// <summary>Whether the result has columns for the lanes, and what follows the sums is the same for all of them.</summary>
    private static bool LanesMayBeColumns(KernelContext context)
    {
        TensorShape space = context.Group.Space;
        return space[1] >= FewestColumns && context.LoadedByMaps.All(tensor => tensor.Shape.Rows == 1);
    }

    private static string Rest(KernelContext context) => context.Group.Name + "OneByOne";

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new BatchLaneElement(context), "BatchLaneEpilogue");
}
