using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>A part of the expanded network with the shapes that go in and come out. A sequence is a list of nodes.</summary>
internal abstract record ShapedNode(Shape Input, Shape Output);
