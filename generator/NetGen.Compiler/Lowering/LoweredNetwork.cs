using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Lowering;

/// <summary>A network's programs and parameters.</summary>
internal sealed record LoweredNetwork(
    ParameterTable Parameters, Program Predict, Program Training, Program? LossOfIndices, Program? LossOfValues)
{
    public IEnumerable<Program> Programs =>
        new[] { Predict, Training, LossOfIndices, LossOfValues }.OfType<Program>();
}
