using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Shapes;

/// <summary>A part of the expanded network with the shapes that go in and come out. A sequence is a list of nodes.</summary>
internal abstract record ShapedNode(Shape Input, Shape Output);

/// <summary>A layer with its full name (layer2.0.conv1).</summary>
internal sealed record ShapedLayer(
    Layer Layer, string Name, Shape Input, Shape Output, IReadOnlyList<ShapedParameter> Parameters)
    : ShapedNode(Input, Output)
{
    public long MultiplyAdds => Layer.MultiplyAdds(Input);

    /// <summary>Trained numbers of its own; running statistics and what it shares are not counted.</summary>
    public long ParameterCount =>
        Parameters.Where(parameter => parameter is { Declaration.IsStatistic: false, IsTied: false }).Sum(parameter => parameter.Declaration.Count);
}

/// <summary>A parameter or running statistic with its full name (layer2.0.conv1.weight).</summary>
internal sealed record ShapedParameter(string FullName, ParameterDeclaration Declaration)
{
    /// <summary>The full name of the parameter whose numbers these are: its own, or that of another layer's.</summary>
    public string Owner { get; init; } = FullName;

    public bool IsTied => Owner != FullName;
}

/// <summary>A place whose value is a further result, with its full name.</summary>
internal sealed record ShapedOutput(string Name, Shape Shape) : ShapedNode(Shape, Shape);

/// <summary>
/// Branches that all get <paramref name="Input"/> and whose outputs are joined. An empty branch is the input itself. A
/// residual has two: what is added, then the input or its projection. <paramref name="Axis"/> is Concat's, of the sample.
/// </summary>
internal sealed record ShapedComposition(
    CompositionKind Kind, int Axis, IReadOnlyList<IReadOnlyList<ShapedNode>> Branches, Shape Input, Shape Output)
    : ShapedNode(Input, Output);

internal enum CompositionKind
{
    /// <summary>Sum of two branches.</summary>
    Residual,

    /// <summary>Sum of branches of equal shapes.</summary>
    Sum,

    /// <summary>Branches side by side along an axis.</summary>
    Concat,

    /// <summary>Product of branches; axes of size 1 are stretched.</summary>
    Multiply,
}
