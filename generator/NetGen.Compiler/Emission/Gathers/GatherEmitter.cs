using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that read tokens: rows that they name, gradients of these, and which are padding.</summary>
internal static class GatherEmitter
{
    public static void Emit(KernelContext context)
    {
        Tensor anchor = context.Group.Anchor!;
        Tensor tokens = anchor.Operands[0];
        bool isOfCaller = tokens is Input;
        context.DeclareReferences(isOneMatrix: true, except: isOfCaller ? tokens : null);
        CodeWriter writer = context.Writer;
        string steps = Literals.Integer(tokens.Shape.Inner);
        string numbers = isOfCaller ? "ref workspace.Tokens" : $"ref Unsafe.As<float, int>(ref {context.Reference(tokens)})";
        if (anchor is ScatterAdd scatter)
        {
            Tensor gradient = scatter.Operands[1];
            writer.Line("Gathers.AddRows<S, V>(");
            writer.Line($"    {numbers}, steps: {steps}, {Rows(context, gradient)}, ref {context.Reference(scatter)},");
            string padding = scatter.PaddingRow < 0 ? "" : $", paddingRow: {Literals.Integer(scatter.PaddingRow)}";
            writer.Line($"    columns: {Literals.Integer(scatter.Shape.PaddedInner)}, workspace.Samples, begin, end{padding});");
            return;
        }

        if (anchor is StepMask mask)
        {
            writer.Line(mask.PaddingToken is { } token
                ? $"Gathers.Mask({numbers}, steps: {steps}, paddingToken: {Literals.Integer(token)}, {Rows(context, mask)}, begin, end);"
                : $"Gathers.MaskOfLengths({numbers}, steps: {Literals.Integer(mask.Shape[0])}, {Rows(context, mask)}, begin, end);");
            return;
        }

        Tensor output = context.Output;
        ResultEpilogue epilogue = EpilogueOf(context);
        writer.Line($"Gathers.Rows<S, V, {epilogue.Type}>(");
        writer.Line($"    {numbers}, steps: {steps}, ref {context.Reference(anchor.Operands[1])}, {Rows(context, output)},");
        writer.Line($"    columns: {Literals.Integer(output.Shape.PaddedInner)}, begin, end, {epilogue.Argument});");
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        if (kernel.Group.Anchor is Gather)
            EpilogueOf(kernel.Again()).EmitType();
    }

    private static string Rows(KernelContext context, Tensor tensor) =>
        $"ref {context.Reference(tensor)}, sampleStride: {Literals.Integer(tensor.Shape.SampleStride)}";

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
