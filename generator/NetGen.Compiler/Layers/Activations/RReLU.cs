using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// x where it is positive, a · x elsewhere: in training each a is drawn from between <paramref name="Lower"/> and <paramref name="Upper"/>,
/// in prediction it is their mean (https://arxiv.org/abs/1505.00853). Any shape, which is kept.
/// </summary>
internal sealed record RReLU(double Lower, double Upper) : Layer
{
    public override bool KeepsShape => true;

    public override bool IsActivation => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new RReLU(values.Number(0, "lower", 1.0 / 8), values.Number(1, "upper", 1.0 / 3));
        if (layer.Upper < layer.Lower)
            values.Wrong("upper", layer.Upper, "it is at least lower");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        double mean = (Lower + Upper) / 2;
        if (!context.IsTraining || Lower == Upper)
            return x.Apply(ScalarFunctions.LeakyReLU(mean));
        ScalarExpression value = new Operand(0);
        ScalarExpression slope = new Uniform(context.Site) * (ScalarExpression)((Upper - Lower) / 2) + mean;
        return Map.Of(ScalarExpression.Select(value, 0, value, value * slope), x);
    }
}
