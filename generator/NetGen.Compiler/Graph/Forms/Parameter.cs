namespace NetGen.Compiler.Graph;

/// <summary>A trained or frozen tensor, or a running statistic.</summary>
internal sealed class Parameter(Program program, Origin origin, TensorShape shape, string name, int index, bool isStatistic)
    : Tensor(program, origin, shape, [])
{
    /// <summary>The full name, as in the saved file: conv1.weight.</summary>
    public string Name { get; } = name;

    /// <summary>Its place in the network's list of parameters, or of statistics.</summary>
    public int Index { get; } = index;

    public bool IsStatistic { get; } = isStatistic;

    /// <summary>Whether training leaves it as it is: it gets no gradient.</summary>
    public bool IsFrozen { get; init; }

    public override string Operation => $"{(IsStatistic ? "Statistic" : IsFrozen ? "Frozen" : "Parameter")} {Name}";
}
