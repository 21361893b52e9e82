using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>A layer that was passed on the way to a place, with the way to it. A fork or a composition begins a new path.</summary>
internal sealed record PathStep(Layer Layer, Shape Input, Shape Output, LayerReport Report, PathStep? Previous);
