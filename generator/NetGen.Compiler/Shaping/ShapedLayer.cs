using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>A layer with its full name (layer2.0.conv1).</summary>
internal sealed record ShapedLayer(
    Layer Layer, string Name, Shape Input, Shape Output, IReadOnlyList<ShapedParameter> Parameters)
    : ShapedNode(Input, Output)
{
    /// <summary>What its operands compute, each from what comes in.</summary>
    public IReadOnlyList<IReadOnlyList<ShapedNode>> Operands { get; init; } = [];

    /// <summary>Whether it, or a block around it, is stated to be frozen.</summary>
    public bool IsFrozen { get; init; }

    public long MultiplyAdds => Layer.MultiplyAdds(Input);

    /// <summary>Numbers of its parameters, trained or frozen; running statistics and what it shares are not counted.</summary>
    public long ParameterCount => OwnParameters.Sum(parameter => parameter.Declaration.Count);

    /// <summary>Its parameters without running statistics and what it shares with another layer.</summary>
    public IEnumerable<ShapedParameter> OwnParameters =>
        Parameters.Where(parameter => parameter is { Declaration.IsStatistic: false, IsTied: false });
}
