using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>What the layers of a stream keep from step to step.</summary>
/// <param name="program">The program of a step.</param>
/// <param name="steps">The most steps of a layer that keeps something of each.</param>
internal sealed class StreamStates(Program program, int steps)
{
    private int count;

    /// <summary>The most steps of a layer that keeps something of each.</summary>
    public int Steps { get; } = steps;

    /// <summary>Whether a layer keeps something of each step, so that a stream ends.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>A state that is 0 before the first step.</summary>
    public Expr State(Origin origin, int size) => Added(origin, TensorShape.Batched(size));

    /// <summary>A row for each step.</summary>
    public Expr Rows(Origin origin, int size)
    {
        HasEnd = true;
        return Added(origin, TensorShape.Batched(Steps, size));
    }

    /// <summary>States what a state becomes, or its row of the step at hand. Gives the state then.</summary>
    public Expr Update(Expr state, Expr value)
    {
        Expr updated = value.Add(new StateUpdate(value.Origin, state, value));
        program.AddResult(ResultRole.State, updated, ((Input)state.Tensor).Index);
        return updated;
    }

    /// <summary>The row of the step at hand, of a table with one for each.</summary>
    public Expr RowOf(Expr table)
    {
        HasEnd = true;
        return table.Add(new StepRow(table.Origin, table));
    }

    private Expr Added(Origin origin, TensorShape shape) =>
        new(program.Add(new Input(program, origin, shape, InputRole.State, count++)), origin);
}
