using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Lowering;

/// <summary>A network's programs and parameters.</summary>
internal sealed record LoweredNetwork(
    ParameterTable Parameters, Program Predict, Program Training, Program? LossOfIndices, Program? LossOfValues)
{
    /// <summary>Whether the loss takes the logits before the last sigmoid: the last named result, whose name is empty.</summary>
    public bool IsLossOfLogits { get; init; }

    /// <summary>The shapes of the training program's outputs: of the output, and behind it of the named results in their order.</summary>
    public IReadOnlyList<Shape> OutputShapes { get; init; } = [];

    /// <summary>One step of the network as a stream; null where it has none.</summary>
    public Program? Stream { get; init; }

    /// <summary>The most steps of a stream; null where it goes on for ever.</summary>
    public int? StreamSteps { get; init; }

    /// <summary>A prediction that keeps what each layer gives; null where none is asked for.</summary>
    public Program? Activations { get; init; }

    /// <summary>What it keeps, in the order of its named results.</summary>
    public IReadOnlyList<LayerResult> LayerResults { get; init; } = [];

    public IEnumerable<Program> Programs =>
        new[] { Predict, Training, LossOfIndices, LossOfValues, Stream, Activations }.OfType<Program>();
}
