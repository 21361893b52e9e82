namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Recurrence: a loop over steps. In each, the cell makes the next state of the step's gates and of the product of the state with a
/// weight. The value is the state of each step, [steps, hidden], 0 at padding; there are further results
/// (<see cref="RecurrenceResultKind"/>).
/// </summary>
/// <remarks>
/// Its body is a cell of the library and not a program of its own: so the product of a step, its gates and the states stay in registers and
/// L1, and what is one product for all steps stands outside of the loop.
/// </remarks>
internal sealed class Recurrence : Tensor
{
    private readonly int bias;
    private readonly int state;
    private readonly int cell;
    private readonly int mask;

    private Recurrence(Origin origin, IReadOnlyList<Tensor> operands, RecurrenceGeometry geometry, int[] places)
        : base(operands[0].Program, origin, TensorShape.Batched(operands[0].Shape[0], geometry.Hidden), operands)
    {
        Geometry = geometry;
        (bias, state, cell, mask) = (places[0], places[1], places[2], places[3]);
    }

    public RecurrenceGeometry Geometry { get; }

    /// <summary>The products of all steps' inputs, [steps, columns].</summary>
    public Tensor Gates => Operands[0];

    /// <summary>The weight of the states, as <see cref="RecurrenceGeometry.Panels"/>.</summary>
    public Tensor Panels => Operands[1];

    /// <summary>What is added to the products of the states, [1, columns]; null where nothing is.</summary>
    public Tensor? Bias => OperandAt(bias);

    /// <summary>The state to begin with, [hidden]; null where it is 0.</summary>
    public Tensor? State => OperandAt(state);

    /// <summary>The cell's state to begin with, [hidden]; null where it is 0.</summary>
    public Tensor? Cell => OperandAt(cell);

    /// <summary>[steps]: 1 for a step, 0 for padding, which leaves the state as it is; null where all are steps.</summary>
    public Tensor? Mask => OperandAt(mask);

    public override string Operation => $"Recurrence, {Geometry}";

    public static Recurrence Of(
        Origin origin, Tensor gates, Tensor panels, Tensor? bias, Tensor? state, Tensor? cell, Tensor? mask, RecurrenceGeometry geometry)
    {
        var operands = new List<Tensor> { gates, panels };
        int[] places = [.. new[] { bias, state, cell, mask }.Select(operand => Place(operands, operand))];
        return new Recurrence(origin, operands, geometry, places);
    }

    /// <summary>What the operand at a place is.</summary>
    public RecurrenceOperand Role(int place) => place switch
    {
        0 => RecurrenceOperand.Gates,
        1 => RecurrenceOperand.Panels,
        _ when place == bias => RecurrenceOperand.Bias,
        _ when place == state => RecurrenceOperand.State,
        _ when place == cell => RecurrenceOperand.Cell,
        _ => RecurrenceOperand.Mask,
    };

    /// <summary>Adds an operand where there is one. Returns its place, or -1.</summary>
    public static int Place(List<Tensor> operands, Tensor? operand)
    {
        if (operand is null)
            return -1;
        operands.Add(operand);
        return operands.Count - 1;
    }

    private Tensor? OperandAt(int place) => place < 0 ? null : Operands[place];
}
