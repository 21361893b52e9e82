using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Verify;

/// <summary>What holds of the shapes of a recurrent layer's loop and of its gradient.</summary>
internal static class RecurrenceVerifier
{
    /// <summary>The violated invariants of a <see cref="Recurrence"/> or a <see cref="RecurrenceGradient"/>.</summary>
    public static IEnumerable<string> Faults(Tensor node) => node switch
    {
        Recurrence loop => Forward(loop),
        RecurrenceGradient gradient => Backward(gradient),
        _ => [],
    };

    private static IEnumerable<string> Forward(Recurrence loop)
    {
        RecurrenceGeometry geometry = loop.Geometry;
        int steps = loop.Shape[0];
        return
        [
            .. Fault(loop, "gates", loop.Gates, TensorShape.Batched(steps, geometry.Columns)),
            .. Fault(loop, "a weight", loop.Panels, geometry.Panels),
            .. Fault(loop, "a bias", loop.Bias, TensorShape.Unbatched(1, geometry.Columns)),
            .. Fault(loop, "a state", loop.State, TensorShape.Batched(geometry.Hidden)),
            .. Fault(loop, "a cell's state", loop.Cell, TensorShape.Batched(geometry.Hidden)),
            .. Fault(loop, "a mask", loop.Mask, TensorShape.Batched(steps)),
            .. loop.Cell is not null && !geometry.Cell.HasCellState
                ? [$"{loop} has a state that its cell does not have"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Backward(RecurrenceGradient gradient)
    {
        RecurrenceGeometry geometry = gradient.Geometry;
        int steps = gradient.Shape[0];
        return
        [
            .. Fault(gradient, "saved values", gradient.Saved, TensorShape.Batched(steps, geometry.Cell.Saved * geometry.Units)),
            .. Fault(gradient, "a transposed weight", gradient.Transposed, TensorShape.Unbatched(geometry.Columns, geometry.Units)),
            .. Fault(gradient, "a gradient", gradient.OutputGradient, TensorShape.Batched(steps, geometry.Hidden)),
            .. Fault(gradient, "a last gradient", gradient.LastGradient, TensorShape.Batched(geometry.Hidden)),
            .. Fault(gradient, "states", gradient.Before, TensorShape.Batched(steps, geometry.Hidden)),
            .. Fault(gradient, "a cell's state", gradient.Cell, TensorShape.Batched(geometry.Hidden)),
            .. Fault(gradient, "a mask", gradient.Mask, TensorShape.Batched(steps)),
        ];
    }

    private static IEnumerable<string> Fault(Tensor node, string what, Tensor? operand, TensorShape wanted)
    {
        if (operand is not null && !operand.Shape.Equals(wanted))
            yield return $"{node} has {what} {operand.Shape} in place of {wanted}";
    }
}
