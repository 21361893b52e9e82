using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that convolves as many samples together as a vector has lanes. Prints too the method that computes those
/// left over one by one, with a lane for each channel; vectors wider than the channels compute them with some columns in each lane.
/// </summary>
internal static class BatchLaneConvolutionEmitter
{
    /// <summary>Lanes of the widest vector that have columns of the result, at least: three quarters.</summary>
    private const int FewestLanes = 12;

    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        VectorWidth narrow = Narrow(context);
        string lanes = Literals.Integer(narrow.Lanes);
        CodeWriter writer = context.Writer;
        bool mayBeColumns = LanesMayBeColumns(context);
        writer.Line(
            $"int whole = {(mayBeColumns ? $"S.Lanes > {lanes} ? end : " : "")}end - ((end - begin) % S.Lanes);");
        using (writer.Open("if (begin < whole)"))
            EmitCall(context);
        if (!mayBeColumns)
        {
            writer.Line($"if (whole < end && S.Lanes > {lanes})");
            writer.Line($"    {narrow.Class}.{Rest(context)}(workspace, whole, end);");
        }

        writer.Line($"{(mayBeColumns ? "" : "else ")}if (whole < end)");
        writer.Line($"    {Rest(context)}(workspace, whole, end);");
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

    private static void EmitCall(KernelContext context)
    {
        var convolution = (Convolution)context.Group.Anchor!;
        (Tensor image, Tensor weight, Tensor output) = (convolution.Operands[0], convolution.Operands[1], context.Output);
        ResultEpilogue epilogue = EpilogueOf(context);
        CodeWriter writer = context.Writer;
        string pool = context.Group.Pool is null ? ", poolHeight: 1, poolWidth: 1" : ConvolutionEmitter.Pool(context);
        string argmax = context.Group.Pool is null ? ", ref Unsafe.NullRef<float>()" : ConvolutionEmitter.Argmax(context);
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

    /// <summary>The width that divides the channels.</summary>
    private static VectorWidth Narrow(KernelContext context) =>
        VectorWidth.Widest.Dividing(ConvolutionEmitter.Columns((Convolution)context.Group.Anchor!));

    /// <summary>Whether the result has columns for the lanes, and what follows the sums is the same for all of them.</summary>
    private static bool LanesMayBeColumns(KernelContext context)
    {
        int columns = context.Group.Space[1], lanes = VectorWidth.Widest.Lanes, columnsOfLane = (columns + lanes - 1) / lanes;
        return columns / columnsOfLane >= FewestLanes && Narrow(context).Lanes < lanes
            && context.LoadedByMaps.All(tensor => tensor.Shape.Rows == 1);
    }

    private static string Rest(KernelContext context) => context.Group.Name + "OneByOne";

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new BatchLaneElement(context), "BatchLaneEpilogue");
}
