using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// Branches that all get <paramref name="Input"/> and whose outputs are joined. An empty branch is the input itself. A
/// residual has two: what is added, then the input or its projection. <paramref name="Axis"/> is Concat's, of the sample.
/// </summary>
internal sealed record ShapedComposition(
    CompositionKind Kind, int Axis, IReadOnlyList<IReadOnlyList<ShapedNode>> Branches, Shape Input, Shape Output)
    : ShapedNode(Input, Output)
{
    /// <summary>Which steps behind it may be padding; null where none is.</summary>
    public StepPadding? Mask { get; init; }
}
