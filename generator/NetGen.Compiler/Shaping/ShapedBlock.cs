using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>One use of a block, or of a composition that adds a level to names: one repetition of it, where it is repeated.</summary>
/// <param name="Name">The full name of the level: "layer2.0".</param>
/// <param name="Kind">The block's class, or the composition's kind.</param>
/// <param name="Output">What comes out.</param>
/// <param name="Nodes">What is computed in it.</param>
internal sealed record ShapedBlock(string Name, string Kind, Shape Output, IReadOnlyList<ShapedNode> Nodes);
