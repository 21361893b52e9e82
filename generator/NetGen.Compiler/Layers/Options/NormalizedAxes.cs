using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// What LayerNorm and RMSNorm normalise together: the features of a step or a vector, the channels of a position, or all values.
/// </summary>
internal static class NormalizedAxes
{
    /// <summary>The axes in the internal layout.</summary>
    public static int[] Of(TensorShape shape, Shape input, bool isByPosition) =>
        IsInnermost(input, isByPosition) ? [shape.Rank - 1] : [.. Enumerable.Range(0, shape.Rank)];

    /// <summary>PyTorch's normalized_shape, the shape of weight and bias.</summary>
    public static long[] Sizes(Shape input, bool isByPosition) =>
        IsInnermost(input, isByPosition) ? [input.Channels] : [.. input.Sizes];

    private static bool IsInnermost(Shape input, bool isByPosition) => isByPosition || input.Kind == ShapeKind.Sequence;
}
