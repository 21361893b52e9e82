namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Recurrence, backward: the gradients by the gates of all steps, [steps, columns], in a loop from the end to the beginning; 0 at
/// padding. Those by weights and biases are products and sums over all steps.
/// </summary>
internal sealed class RecurrenceGradient : Tensor
{
    private readonly int output;
    private readonly int last;
    private readonly int before;
    private readonly int cell;
    private readonly int mask;

    private RecurrenceGradient(Origin origin, IReadOnlyList<Tensor> operands, RecurrenceGeometry geometry, int[] places)
        : base(operands[0].Program, origin, TensorShape.Batched(operands[0].Shape[0], geometry.Columns), operands)
    {
        Geometry = geometry;
        (output, last, before, cell, mask) = (places[0], places[1], places[2], places[3], places[4]);
    }

    public RecurrenceGeometry Geometry { get; }

    /// <summary>What the loop saved.</summary>
    public Tensor Saved => Operands[0];

    /// <summary>The weight of the states transposed, [columns, units].</summary>
    public Tensor Transposed => Operands[1];

    /// <summary>The gradient by the loop's value; null where it is 0.</summary>
    public Tensor? OutputGradient => OperandAt(output);

    /// <summary>The gradient by the last state; null where it is 0.</summary>
    public Tensor? LastGradient => OperandAt(last);

    /// <summary>The states before each step, of a cell whose gradient reads them.</summary>
    public Tensor? Before => OperandAt(before);

    /// <summary>The cell's state to begin with; null where it is 0.</summary>
    public Tensor? Cell => OperandAt(cell);

    /// <summary>The mask of the steps; null where all are true.</summary>
    public Tensor? Mask => OperandAt(mask);

    public override string Operation => $"RecurrenceGradient, {Geometry}";

    /// <param name="origin">Whose it is.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="transposed">Its weight transposed.</param>
    /// <param name="outputGradient">The gradient by its value, or null.</param>
    /// <param name="lastGradient">The gradient by its last state, or null.</param>
    public static RecurrenceGradient Of(Origin origin, Recurrence loop, Tensor transposed, Tensor? outputGradient, Tensor? lastGradient)
    {
        var operands = new List<Tensor> { RecurrenceResult.Of(loop, RecurrenceResultKind.Saved), transposed };
        Tensor? before = loop.Geometry.Cell.HasHiddenGradient ? RecurrenceResult.Of(loop, RecurrenceResultKind.Before) : null;
        int[] places =
        [
            .. new[] { outputGradient, lastGradient, before, loop.Cell, loop.Mask }
                .Select(operand => Recurrence.Place(operands, operand)),
        ];
        return new RecurrenceGradient(origin, operands, loop.Geometry, places);
    }

    private Tensor? OperandAt(int place) => place < 0 ? null : Operands[place];
}
