namespace NetGen.Compiler.Graph;

/// <summary>
/// Says what a scan computes: what goes in gives the expression that stands for it in a step, the step is written with expressions as
/// everything else is, and what comes out is stated last.
/// </summary>
/// <param name="around">The program that the scan is to stand in.</param>
/// <param name="origin">Whose the scan is.</param>
/// <param name="steps">The number of steps.</param>
/// <param name="isReversed">Whether the last step comes first.</param>
internal sealed class ScanBuilder(Program around, Origin origin, int steps, bool isReversed = false)
{
    private readonly List<Tensor> sequences = [];
    private readonly List<Tensor> states = [];
    private readonly List<Tensor> invariants = [];
    private int stacked;

    /// <summary>What a step computes.</summary>
    public Program Body { get; } = new($"Step of {origin.Layer}") { ForwardName = around.ForwardName, IsPrediction = around.IsPrediction };

    /// <summary>This step of a sequence [steps, ..].</summary>
    public Expr Step(Expr sequence)
    {
        TensorShape shape = sequence.Shape.With([.. sequence.Shape.Sizes.Skip(1)]);
        return Standing(InputRole.Step, shape, sequence, sequences);
    }

    /// <summary>What the step before has left (<see cref="Next"/>), and the first step finds here.</summary>
    public Expr State(Expr first) => Standing(InputRole.State, first.Shape, first, states);

    /// <summary>What all steps read.</summary>
    public Expr Invariant(Expr value) => Standing(InputRole.Invariant, value.Shape, value, invariants);

    /// <summary>States what the next step finds as a state.</summary>
    public void Next(Expr state, Expr value) => Body.AddResult(ResultRole.State, value, ((Input)state.Tensor).Index);

    /// <summary>States that a value is wanted of each step.</summary>
    /// <returns>Its index among the scan's results of this kind.</returns>
    public int Stack(Expr value)
    {
        Body.AddResult(ResultRole.Step, value, stacked);
        return stacked++;
    }

    /// <summary>The scan, with all that was stated.</summary>
    public Scan Build() => around.Add(new Scan(origin, Body, steps, sequences, states, invariants, isReversed));

    private Expr Standing(InputRole role, TensorShape shape, Expr operand, List<Tensor> operands)
    {
        operands.Add(operand);
        return new(Body.Add(new Input(Body, operand.Origin, shape, role, operands.Count - 1)), operand.Origin);
    }
}
