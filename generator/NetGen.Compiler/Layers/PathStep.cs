using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>A layer on the path to a node, with the path before it. A fork or a composition begins a new path.</summary>
internal sealed record PathStep(Layer Layer, Shape Input, Shape Output, LayerReport Report, PathStep? Previous)
{
    /// <summary>Which input's tokens come in; null where numbers do.</summary>
    public int? TokenInput { get; init; }

    /// <summary>Whether the layer, or a block around it, is frozen.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Whether some of the steps that come in may be padding.</summary>
    public bool IsMasked { get; init; }
}
