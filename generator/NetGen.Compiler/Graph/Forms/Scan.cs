namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Scan: a loop over steps. The body is a program of its own. Its <see cref="Input"/>s are the states, one step of each sequence, and
/// the invariants; its results are the next states and the values to stack along the steps. The node itself has no value: its shape is that
/// of the loop, and only its <see cref="ScanResult"/>s read it.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="body">What a step computes. It belongs to this scan alone.</param>
/// <param name="steps">The number of steps.</param>
/// <param name="sequences">Tensors [steps, ..], of which each step reads its own part.</param>
/// <param name="states">The initial states.</param>
/// <param name="invariants">What all steps read: parameters, and values that are computed once.</param>
/// <param name="isReversed">Whether the loop runs from the last step to the first.</param>
internal sealed class Scan(
    Origin origin,
    Program body,
    int steps,
    IReadOnlyList<Tensor> sequences,
    IReadOnlyList<Tensor> states,
    IReadOnlyList<Tensor> invariants,
    bool isReversed) : Tensor(sequences.Concat(states).First()
        .Program, origin, Loop(steps, [.. sequences, .. states, .. invariants]), [.. sequences, .. states, .. invariants])
{
    public Program Body { get; } = body;

    public int Steps { get; } = steps;

    public bool IsReversed { get; } = isReversed;

    public int SequenceCount { get; } = sequences.Count;

    public int StateCount { get; } = states.Count;

    public int InvariantCount { get; } = invariants.Count;

    public override string Operation => IsReversed ? "Scan, last step first" : "Scan";

    /// <summary>The index of the operand that an input of the body stands for, or -1 where it stands for none.</summary>
    public int OperandOf(Input input)
    {
        (int first, int count) = input.Role switch
        {
            InputRole.Step => (0, SequenceCount),
            InputRole.State => (SequenceCount, StateCount),
            InputRole.Invariant => (SequenceCount + StateCount, InvariantCount),
            _ => (0, 0),
        };
        return input.Index >= 0 && input.Index < count ? first + input.Index : -1;
    }

    /// <summary>The shape in the program around the body of a value with this shape inside.</summary>
    public TensorShape Outside(TensorShape inside, bool isOfStep) => isOfStep ? inside.Stacked(Steps) : inside;

    /// <summary>The shape of a result. The body must have it.</summary>
    public TensorShape ShapeOf(ResultRole role, int index) => Body.Find(role, index) is { } result
        ? Outside(result.Value.Shape, role == ResultRole.Step)
        : throw new InvalidOperationException($"{Body.Name} has no result {role} {index}");

    /// <summary>The node of a result: the same one each time.</summary>
    public Expr Result(ResultRole role, int index) => new(
        Program.UsersOf(this).OfType<ScanResult>().FirstOrDefault(result => result.Role == role && result.Index == index)
            ?? Program.Add(new ScanResult(Origin, this, role, index)),
        Origin);

    private static TensorShape Loop(int steps, IReadOnlyList<Tensor> operands) =>
        TensorShape.Unbatched(steps).WithBatched(operands.Any(operand => operand.Shape.IsBatched));
}
