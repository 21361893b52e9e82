using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Changes the two axes of a sequence or a signal: [steps, features] → [channels, length], and back.</summary>
internal sealed record Transpose : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Transpose();

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Sequence)
            return Shape.Signal(input[1], input[0]);
        if (input.Kind == ShapeKind.Signal)
            return Shape.Sequence(input[1], input[0]);
        report.CannotTake(input, "a sequence or a signal");
        return null;
    }

    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    /// <summary>A signal's channels lie last, as a sequence's features do: nothing moves.</summary>
    public override Expr Forward(Expr x, ForwardContext context) => x;
}
