using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that run the loops of recurrent layers, forward and backward.</summary>
internal static class RecurrenceEmitter
{
    /// <summary>Those of the states; the inputs' are a product of its own.</summary>
    public static long MultiplyAdds(Recurrence loop) => OfLoop(loop, loop.Geometry);

    /// <summary>Those of the gradients by the states; weights' are products of their own.</summary>
    public static long MultiplyAdds(RecurrenceGradient gradient) => OfLoop(gradient, gradient.Geometry);

    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        if (context.Group.Anchor is Recurrence loop)
            EmitForward(context, loop);
        else
            EmitBackward(context, (RecurrenceGradient)context.Group.Anchor!);
    }

    private static void EmitForward(KernelContext context, Recurrence loop)
    {
        CodeWriter writer = context.Writer;
        writer.Line($"Recurrences.Run<S, V, {loop.Geometry.Cell.TypeName}<S, V>>(");
        writer.Line($"    gates: {Rows(context, loop.Gates)}, panels: ref {context.Reference(loop.Panels)},");
        writer.Line($"    bias: {Rows(context, loop.Bias)}, state: {Rows(context, loop.State)}, cell: {Rows(context, loop.Cell)},");
        writer.Line($"    mask: {Mask(context, loop.Mask)}, {Size(loop, loop.Geometry)},");
        writer.Line($"    output: {Stored(context, loop)},");
        writer.Line($"    last: {Result(context, RecurrenceResultKind.Last)},");
        writer.Line($"    lastCell: {Result(context, RecurrenceResultKind.LastCell)},");
        writer.Line($"    before: {Result(context, RecurrenceResultKind.Before)},");
        writer.Line($"    saved: {Result(context, RecurrenceResultKind.Saved)}, begin, end);");
    }

    private static void EmitBackward(KernelContext context, RecurrenceGradient gradient)
    {
        CodeWriter writer = context.Writer;
        writer.Line($"RecurrenceGradients.Run<S, V, {gradient.Geometry.Cell.TypeName}<S, V>>(");
        writer.Line($"    saved: {Rows(context, gradient.Saved)}, transposed: ref {context.Reference(gradient.Transposed)},");
        writer.Line($"    outputGradient: {Rows(context, gradient.OutputGradient)},");
        writer.Line($"    lastGradient: {Rows(context, gradient.LastGradient)},");
        writer.Line($"    before: {Rows(context, gradient.Before)}, cell: {Rows(context, gradient.Cell)},");
        writer.Line($"    mask: {Mask(context, gradient.Mask)}, {Size(gradient, gradient.Geometry)},");
        writer.Line($"    gates: {Stored(context, gradient)},");
        writer.Line($"    hidden: {Result(context, RecurrenceResultKind.HiddenGradient)},");
        writer.Line($"    stateGradient: {Result(context, RecurrenceResultKind.StateGradient)},");
        writer.Line($"    cellGradient: {Result(context, RecurrenceResultKind.CellGradient)}, begin, end);");
    }

    private static string Size(Tensor loop, RecurrenceGeometry geometry) =>
        $"new(steps: {Literals.Integer(loop.Shape[0])}, hidden: {Literals.Integer(geometry.Hidden)}, "
        + $"panelUnits: {Literals.Integer(geometry.PanelUnits)}, gatesOfPanel: {Literals.Integer(geometry.GatesOfPanel)}"
        + $"{(geometry.IsReversed ? ", isReversed: true" : "")})";

    /// <summary>A row for each step, or, of a vector, for each sample; of a bias one row for all.</summary>
    private static string Rows(KernelContext context, Tensor? tensor) => tensor is null
        ? "default"
        : $"new(ref {context.Reference(tensor)}, stride: {Literals.Integer(tensor.Shape.Rows == 1 ? 0 : tensor.Shape.PaddedInner)}, "
            + $"sampleStride: {Literals.Integer(tensor.Shape.IsBatched ? tensor.Shape.SampleStride : 0)})";

    /// <summary>A number for each step.</summary>
    private static string Mask(KernelContext context, Tensor? mask) => mask is null
        ? "default"
        : $"new(ref {context.Reference(mask)}, stride: 1, sampleStride: {Literals.Integer(mask.Shape.SampleStride)})";

    private static string Stored(KernelContext context, Tensor tensor) =>
        context.Group.Stored.Contains(tensor) ? Rows(context, tensor) : "default";

    private static string Result(KernelContext context, RecurrenceResultKind kind) =>
        Rows(context, context.Group.Stored.OfType<RecurrenceResult>().FirstOrDefault(result => result.Kind == kind));

    private static long OfLoop(Tensor loop, RecurrenceGeometry geometry) =>
        (long)loop.Shape[0] * geometry.Hidden * geometry.Hidden * geometry.Cell.Gates;
}
