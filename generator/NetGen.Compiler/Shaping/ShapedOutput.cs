using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>A place whose value is a further result, with its full name.</summary>
internal sealed record ShapedOutput(string Name, Shape Shape) : ShapedNode(Shape, Shape);
