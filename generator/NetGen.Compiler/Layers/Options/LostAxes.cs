using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// What is left of a shape that loses axes: of a sequence without its steps a vector, of a signal without its length a vector, of an image
/// without both sides a vector, without one of them a signal. Other axes have no kind that is left.
/// </summary>
internal static class LostAxes
{
    /// <summary>An axis of the sample, from 0, or null after a report.</summary>
    public static int? Index(int axis, string argument, Shape input, LayerReport report)
    {
        int index = axis < 0 ? axis + input.Rank : axis;
        if (index >= 0 && index < input.Rank)
            return index;
        report.Value(argument, axis, $"the sample ({report.Origin}) has axes {-input.Rank} to {input.Rank - 1}");
        return null;
    }

    /// <summary>The shape without the axes <paramref name="first"/> to <paramref name="last"/>, or null after a report.</summary>
    public static Shape? InferShape(Shape input, int first, int last, string suggestion, LayerReport report)
    {
        switch (input.Kind, first, last)
        {
            case (ShapeKind.Sequence, 0, 0):
            case (ShapeKind.Signal, 1, 1):
            case (ShapeKind.Image, 1, 2):
                return Shape.Vector(input.Channels);
            case (ShapeKind.Image, 1, 1):
                return Shape.Signal(input.Channels, input.Width);
            case (ShapeKind.Image, 2, 2):
                return Shape.Signal(input.Channels, input.Height);
        }

        string possible = input.Kind switch
        {
            ShapeKind.Sequence => "of a sequence only the steps, Axis = 0, can go",
            ShapeKind.Signal => "of a signal only the length, Axis = 1, can go",
            ShapeKind.Image => "of an image the height, Axis = 1, the width, Axis = 2, or both can go",
            _ => "a vector has no axis that can go",
        };
        report.Value("Axis", first, $"{possible} ({report.Origin}): what else is left has no kind.{suggestion}".TrimEnd('.'));
        return null;
    }

    /// <summary>A tensor whose axes have size 1 without them. The channels stay last, so that nothing moves.</summary>
    public static Expr Dropped(Expr x, int[] axes, Shape output)
    {
        int[] kept = [.. Enumerable.Range(0, x.Shape.Rank).Except(axes)];
        return x.Permuted(
            TensorLayout.Inside(output), [.. kept.Select((axis, place) => new MoveLoop(x.Shape[axis], axis, 1, place, 1))]);
    }
}
