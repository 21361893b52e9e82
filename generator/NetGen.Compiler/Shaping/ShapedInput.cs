using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>What comes into the network.</summary>
internal sealed record ShapedInput(string Name, Shape Shape) : ShapedNode(Shape, Shape);
