using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Changes the two axes of a sequence or a signal: [steps, features] → [channels, length], and back; or into the same kind again, where
/// <paramref name="IsToSignal"/> says so.
/// </summary>
/// <param name="IsToSignal">Whether a signal comes out, or a sequence; null where it is the other kind.</param>
internal sealed record Transpose(bool? IsToSignal) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Transpose(values.Has("Axes") ? values.Integer("Axes", 0) == 1 : null);

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind is ShapeKind.Sequence or ShapeKind.Signal)
            return IsToSignal ?? input.Kind == ShapeKind.Sequence ? Shape.Signal(input[1], input[0]) : Shape.Sequence(input[1], input[0]);
        report.CannotTake(input, "a sequence or a signal");
        return null;
    }

    /// <summary>Steps become the length, and the length steps; but not features.</summary>
    public override MaskRule MaskRule(Shape input) =>
        (IsToSignal ?? input.Kind == ShapeKind.Sequence) == (input.Kind == ShapeKind.Signal)
            ? Layers.MaskRule.Ended
            : Layers.MaskRule.Kept;

    /// <summary>A signal's channels lie last, as a sequence's features do: between the two kinds nothing moves.</summary>
    public override Expr Forward(Expr x, ForwardContext context) =>
        context.Input.Kind == context.Output.Kind ? x.Transposed() : x;
}
