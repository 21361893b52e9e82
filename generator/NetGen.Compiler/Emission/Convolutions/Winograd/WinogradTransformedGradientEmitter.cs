using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums the gradient of a convolution's weight as Winograd's algorithm multiplies by it.
/// </summary>
/// <remarks>
/// A work item is a row of elements of the transformed tile, or an element of a line, of a block of samples. So one worker makes each sum
/// in one order. Workers beyond the number of blocks share the rows of one, and each transforms its pixels.
/// </remarks>
internal static class WinogradTransformedGradientEmitter
{
    /// <summary>Rows of elements, or elements of a line, for each block.</summary>
    public static string WorkItems(WinogradTransformedGradient gradient) =>
        (gradient.Blocks > 1 ? BlocksInUse(gradient.Blocks) + " * " : "") + Literals.Integer(WinogradSize.Places);

    /// <summary>How many blocks have samples, as an expression.</summary>
    public static string BlocksInUse(int blocks) =>
        blocks > 1 ? $"workspace.SampleBlocks({Literals.Integer(blocks)})" : Literals.Integer(blocks);

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradTransformedGradient)context.Group.Anchor!;
        var schedule = (WinogradGradientSchedule)context.Group.Schedule!;
        (Tensor image, Tensor gradient) = (anchor.Operands[0], anchor.Operands[1]);
        context.DeclareReferences(isOneMatrix: true);
        CodeWriter writer = context.Writer;
        writer.Line($"WinogradGradients.OfConvolution<S, V, {WinogradTypes.Window(anchor.Size)}>(");
        writer.Line($"    {ConvolutionArguments.Image(context, image, anchor.Margins)}, inputs: {Literals.Integer(anchor.Shape[2])},");
        writer.Line($"    {ConvolutionArguments.Image(context, gradient, Margins.None)}, columns: {Literals.Integer(anchor.Shape.Inner)},");
        writer.Line(
            $"    ref {context.Reference(anchor)}, workspace.Samples, blocks: {BlocksInUse(anchor.Blocks)}, "
            + $"tilesOfBlock: {Literals.Integer(schedule.TilesOfBlock)}, "
            + $"rowsAtOnce: {Literals.Integer(schedule.RowsAtOnce)}, begin, end);");
    }
}
