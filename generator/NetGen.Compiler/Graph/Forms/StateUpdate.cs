namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Stream: what a stream keeps from step to step, changed. It lies where the state lies: either all of it is replaced, or the row of
/// the step at hand, of a state with a row for each step.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="state">The state: an <see cref="Input"/>.</param>
/// <param name="value">What it becomes, or its row [1, ..].</param>
internal sealed class StateUpdate(Origin origin, Tensor state, Tensor value) : Tensor(state.Program, origin, state.Shape, [state, value])
{
    /// <summary>Whether the value is a row.</summary>
    public bool IsRow => !Operands[1].Shape.Equals(Shape);

    public override string Operation => IsRow ? "StateUpdate, a row" : "StateUpdate";
}
