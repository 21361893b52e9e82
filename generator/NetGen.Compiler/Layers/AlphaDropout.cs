using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training, sets values to what SELU tends to for negative ones, with probability <paramref name="Probability"/>, and scales and shifts
/// all so that mean 0 and variance 1 stay (Klambauer et al. 2017, https://arxiv.org/abs/1706.02515). Any shape, which is kept.
/// </summary>
internal sealed record AlphaDropout(double Probability) : Layer
{
    /// <summary>SELU's scale times its alpha, the negative of what it tends to.</summary>
    private const double Alpha = 1.7580993408473766;

    public override bool KeepsShape => true;

    public static Layer Read(AttributeValues values) => new AlphaDropout(DropProbability.Read(values, "p", 0.5));

    public override string? WithoutEffect(Shape input, Shape output) => Probability == 0 ? "its probability is 0" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    /// <summary>a · (x where it is kept, -α elsewhere) + a · α · p, with a = ((1 - p) · (1 + p · α²))^-½.</summary>
    public override Expr Forward(Expr x, ForwardContext context)
    {
        if (!context.IsTraining || Probability == 0)
            return x;
        if (Probability == 1)
            return x * 0;
        double scale = 1 / Math.Sqrt((1 - Probability) * (1 + (Probability * Alpha * Alpha)));
        ScalarExpression keep = new Keep(context.Site, Probability);
        return Map.Of(new Operand(0) * (keep * scale) + (keep * (Alpha * scale) - Alpha * scale * (1 - Probability)), x);
    }
}
