namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Scan: a loop over steps whose body is a program of its own. The body's <see cref="Input"/>s are the states, a step of each sequence and
/// the invariants; its results are the next states and what is stacked along the steps. The node stands for the loop, its shape is
/// the loop's [steps]: what comes out of it are its <see cref="ScanResult"/>s, and nothing else reads it.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="body">What a step computes. No other scan has it.</param>
/// <param name="steps">The number of steps.</param>
/// <param name="sequences">Of which each step reads its own: [steps, ..].</param>
/// <param name="states">What the first step finds; each other step finds what the one before has left.</param>
/// <param name="invariants">What all steps read: parameters, and what is computed once.</param>
/// <param name="isReversed">Whether the last step comes first.</param>
internal sealed class Scan(
    Origin origin,
    Program body,
    int steps,
    IReadOnlyList<Tensor> sequences,
    IReadOnlyList<Tensor> states,
    IReadOnlyList<Tensor> invariants,
    bool isReversed) : Tensor(sequences.Concat(states).First().Program, origin, Loop(steps, [.. sequences, .. states, .. invariants]), [.. sequences, .. states, .. invariants])
{
    public Program Body { get; } = body;

    public int Steps { get; } = steps;

    public bool IsReversed { get; } = isReversed;

    public int SequenceCount { get; } = sequences.Count;

    public int StateCount { get; } = states.Count;

    public int InvariantCount { get; } = invariants.Count;

    public override string Operation => IsReversed ? "Scan, last step first" : "Scan";

    /// <summary>The place among the operands of what an input of the body stands for, or -1 where it stands for none.</summary>
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

    /// <summary>The shape around the body of what has a shape inside.</summary>
    public TensorShape Outside(TensorShape inside, bool isOfStep) => isOfStep ? inside.Stacked(Steps) : inside;

    /// <summary>The shape of a result, which the body must have.</summary>
    public TensorShape ShapeOf(ResultRole role, int index) =>
        Outside(Body.Results.First(result => result.Role == role && result.Index == index).Value.Shape, role == ResultRole.Step);

    /// <summary>A result as a node, the same one each time.</summary>
    public Expr Result(ResultRole role, int index) => new(
        Program.UsersOf(this).OfType<ScanResult>().FirstOrDefault(result => result.Role == role && result.Index == index)
            ?? Program.Add(new ScanResult(Origin, this, role, index)),
        Origin);

    private static TensorShape Loop(int steps, IReadOnlyList<Tensor> operands) =>
        TensorShape.Unbatched(steps).WithBatched(operands.Any(operand => operand.Shape.IsBatched));
}
