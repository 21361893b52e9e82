using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The softmax of -x: any shape, which is kept.</summary>
internal sealed record Softmin(int? Axis) : Layer
{
    private Softmax OfNegated => new(Axis);

    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Distribution;

    public static Layer Read(AttributeValues values) => new Softmin(values.Has("Axis") ? values.Integer("Axis", 0) : null);

    public override Shape? InferShape(Shape input, LayerReport report) => OfNegated.InferShape(input, report);

    public override string? NotInStream(Shape input) => OfNegated.NotInStream(input);

    public override Expr Forward(Expr x, ForwardContext context) => OfNegated.Forward(x * -1, context);
}
