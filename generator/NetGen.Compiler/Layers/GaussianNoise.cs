using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training, adds to each value a number drawn from N(0, <paramref name="Stddev"/>²); in prediction, the input itself. Any shape, which
/// is kept.
/// </summary>
internal sealed record GaussianNoise(double Stddev) : Layer
{
    public override bool KeepsShape => true;

    public static Layer Read(AttributeValues values)
    {
        var layer = new GaussianNoise(values.Number(0, "stddev", 0));
        if (layer.Stddev < 0)
            values.Wrong("stddev", layer.Stddev, "a standard deviation is not negative");
        return layer;
    }

    public override string? WithoutEffect(Shape input, Shape output) => Stddev == 0 ? "its standard deviation is 0" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context) => context.IsTraining && Stddev > 0
        ? Map.Of(new Operand(0) + NormalNumbers.Of(context.Site) * (ScalarExpression)Stddev, x)
        : x;
}
