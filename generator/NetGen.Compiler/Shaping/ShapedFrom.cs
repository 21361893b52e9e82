using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>Goes on with the result of an earlier node, or with an input.</summary>
/// <param name="Source">The node; by reference.</param>
/// <param name="Shape">The shape of its result.</param>
internal sealed record ShapedFrom(ShapedNode Source, Shape Shape) : ShapedNode(Shape, Shape);
