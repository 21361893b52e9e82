using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that transposes a strided convolution by its phases, or two whose results are added up.
/// </summary>
internal static class TransposedConvolutionEmitter
{
    public static void Emit(KernelContext context)
    {
        var anchor = (PolyphaseConvolution)context.Group.Anchor!;
        var schedule = (TransposedConvolutionSchedule)context.Group.Schedule!;
        ResultEpilogue epilogue = EpilogueOf(context);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        string method = anchor.Terms.Count > 1 ? "ConvolveTwo" : anchor.Terms[0].Geometry.Groups > 1 ? "ConvolveDepthwise" : "Convolve";
        writer.Line($"TransposedConvolutions.{method}<S, V, {epilogue.Type}>(");
        foreach (TransposedTerm term in anchor.Terms.OrderBy(term => term.Geometry.KernelHeight * term.Geometry.KernelWidth))
            EmitTerm(context, term);
        writer.Line($"    {ConvolutionArguments.Image(context, context.Output, Margins.None)},");
        writer.Line(
            $"    rowsAtOnce: {Literals.Integer(schedule.RowsAtOnce)}, prefetches: {(schedule.Prefetches ? "true" : "false")}, "
            + $"begin, end, {epilogue.Argument});");
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => EpilogueOf(kernel.Again()).EmitType();

    private static void EmitTerm(KernelContext context, TransposedTerm term)
    {
        string before = (term.Top != 0 ? $", top: {Literals.Integer(term.Top)}" : "")
            + (term.Left != 0 ? $", left: {Literals.Integer(term.Left)}" : "");
        context.Writer.Line($"    new({ConvolutionArguments.Image(context, term.X, Margins.None)},");
        context.Writer.Line(
            $"        ref {context.Reference(term.Weight)}, "
            + $"{ConvolutionArguments.Window(term.Geometry, term.X.Shape.Inner / term.Geometry.Groups)}{before}),");
    }

    private static ResultEpilogue EpilogueOf(KernelContext context) =>
        new(context, context.Output, new EpilogueElement(context, isOfSample: false));
}
