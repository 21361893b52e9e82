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

    public long MultiplyAdds => Layer.MultiplyAdds(Input);

    /// <summary>Trained numbers of its own; running statistics and what it shares are not counted.</summary>
    public long ParameterCount =>
        Parameters.Where(parameter => parameter is { Declaration.IsStatistic: false, IsTied: false })
            .Sum(parameter => parameter.Declaration.Count);
}
