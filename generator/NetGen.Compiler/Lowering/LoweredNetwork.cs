using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Lowering;

/// <summary>A network's programs and parameters.</summary>
internal sealed record LoweredNetwork(
    ParameterTable Parameters, Program Predict, Program Training, Program? LossOfIndices, Program? LossOfValues)
{
    /// <summary>Whether the loss takes the logits before the last sigmoid: the last named result, whose name is empty.</summary>
    public bool IsLossOfLogits { get; init; }

    public IEnumerable<Program> Programs =>
        new[] { Predict, Training, LossOfIndices, LossOfValues }.OfType<Program>();
}
