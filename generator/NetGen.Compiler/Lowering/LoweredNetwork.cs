using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Lowering;

/// <summary>A network's programs and parameters.</summary>
internal sealed record LoweredNetwork(
    ParameterTable Parameters, Program Predict, Program Training, Program? LossOfIndices, Program? LossOfValues)
{
    /// <summary>Whether the loss judges what comes before the last sigmoid: the last of the named results, which has no name.</summary>
    public bool IsLossOfLogits { get; init; }

    public IEnumerable<Program> Programs =>
        new[] { Predict, Training, LossOfIndices, LossOfValues }.OfType<Program>();
}
