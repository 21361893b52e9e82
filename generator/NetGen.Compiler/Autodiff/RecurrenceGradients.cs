using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>The gradients of a loop's operands: the loop backward, and products and sums over all steps.</summary>
internal static class RecurrenceGradients
{
    /// <summary>The gradients of the operands, in their order; null where none flows.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="received">The gradient with respect to the loop or a result of it, or null where none reaches it.</param>
    /// <param name="origin">Whose the gradients are.</param>
    /// <param name="isWanted">Whether the gradient of an operand is wanted.</param>
    public static IReadOnlyList<Expr?> Of(Recurrence loop, Func<Tensor, Tensor?> received, Origin origin, Func<Tensor, bool> isWanted)
    {
        Tensor? output = received(loop), last = loop.Program.UsersOf(loop).OfType<RecurrenceResult>()
            .Where(result => result.Kind == RecurrenceResultKind.Last).Select(received).FirstOrDefault();
        if (output is null && last is null)
            return [];
        RecurrenceGeometry geometry = loop.Geometry;
        Expr transposed = new Expr(loop.Panels, origin).PanelsTransposed(geometry);
        RecurrenceGradient backward = RecurrenceGradient.Of(origin, loop, transposed, output, last);
        loop.Program.Add(backward);
        Expr gates = new(backward, origin);
        return [.. loop.Operands.Select((operand, place) => isWanted(operand) ? By(loop.Role(place)) : null)];

        // One tensor may be several operands, as the state and the cell's.
        Expr? By(RecurrenceOperand role) => role switch
        {
            RecurrenceOperand.Gates => gates,
            RecurrenceOperand.Panels => gates.Add(new ProductWeightGradient(
                origin, RecurrenceResult.Of(loop, RecurrenceResultKind.Before), Hidden())).InPanels(geometry),
            RecurrenceOperand.Bias => Hidden().Sum(0).SumOverBatch(),
            RecurrenceOperand.State => Result(RecurrenceResultKind.StateGradient),
            RecurrenceOperand.Cell => Result(RecurrenceResultKind.CellGradient),
            _ => null,
        };

        Expr Hidden() => geometry.Cell.HasHiddenGradient ? Result(RecurrenceResultKind.HiddenGradient) : gates;

        Expr Result(RecurrenceResultKind kind) => new(RecurrenceResult.Of(backward, kind), origin);
    }
}
