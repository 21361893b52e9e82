namespace NetGen.Compiler.Graph;

/// <summary>
/// Builds a scan. Each operand gives the expression that stands for it in the body; the body is written with expressions, as everything
/// else is; then its results are stated.
/// </summary>
/// <param name="around">The program that gets the scan.</param>
/// <param name="origin">Whose the scan is.</param>
/// <param name="steps">The number of steps.</param>
/// <param name="isReversed">Whether the loop runs from the last step to the first.</param>
internal sealed class ScanBuilder(Program around, Origin origin, int steps, bool isReversed = false)
{
    private readonly List<Tensor> sequences = [];
    private readonly List<Tensor> states = [];
    private readonly List<Tensor> invariants = [];
    private int stacked;

    /// <summary>What a step computes.</summary>
    public Program Body { get; } = new($"Step of {origin.Layer}") { ForwardName = around.ForwardName, IsPrediction = around.IsPrediction };

    /// <summary>Adds a sequence [steps, ..].</summary>
    /// <returns>Its part that belongs to the step.</returns>
    public Expr Step(Expr sequence)
    {
        TensorShape shape = sequence.Shape.With([.. sequence.Shape.Sizes.Skip(1)]);
        return Standing(InputRole.Step, shape, sequence, sequences);
    }

    /// <summary>Adds a state, given its initial value; <see cref="Next"/> says what it becomes.</summary>
    public Expr State(Expr initial) => Standing(InputRole.State, initial.Shape, initial, states);

    /// <summary>Adds a value that all steps read.</summary>
    public Expr Invariant(Expr value) => Standing(InputRole.Invariant, value.Shape, value, invariants);

    /// <summary>States the value of a state in the next step.</summary>
    public void Next(Expr state, Expr value) => Body.AddResult(ResultRole.State, value, ((Input)state.Tensor).Index);

    /// <summary>States that the scan stacks a value along its steps.</summary>
    /// <returns>The index of the result.</returns>
    public int Stack(Expr value)
    {
        Body.AddResult(ResultRole.Step, value, stacked);
        return stacked++;
    }

    /// <summary>Adds the scan to its program.</summary>
    public Scan Build() => around.Add(new Scan(origin, Body, steps, sequences, states, invariants, isReversed));

    private Expr Standing(InputRole role, TensorShape shape, Expr operand, List<Tensor> operands)
    {
        operands.Add(operand);
        return new(Body.Add(new Input(Body, operand.Origin, shape, role, operands.Count - 1)), operand.Origin);
    }
}
