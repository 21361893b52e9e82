using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training a number drawn from N(mean, exp(log variance)) for each element, in prediction the mean; both heads are operands, of one
/// shape. Adds <paramref name="Beta"/> times their Kullback-Leibler divergence from N(0, 1) to the loss (Kingma and Welling 2013, 2.4 and
/// appendix B, https://arxiv.org/abs/1312.6114).
/// </summary>
internal sealed record Reparameterize(double Beta) : Layer
{
    private static readonly ScalarExpression Mean = new Operand(0);
    private static readonly ScalarExpression LogVariance = new Operand(1);

    /// <summary>The shapes of the mean and of the log variance.</summary>
    public (Shape Mean, Shape LogVariance)? Heads { get; init; }

    public override bool ReadsInput => false;

    public override bool AddsToLoss => Beta > 0;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new Reparameterize(values.Number("Beta", 1));
        if (layer.Beta < 0)
            values.Wrong("Beta", layer.Beta, "the weight of a divergence is not negative");
        return layer;
    }

    public override Layer WithOperands(IReadOnlyList<Shape> operands) =>
        operands.Count == 2 ? this with { Heads = (operands[0], operands[1]) } : this;

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (Heads is not (var mean, var logVariance))
            return null;
        if (mean.Kind == ShapeKind.Tokens || logVariance.Kind == ShapeKind.Tokens)
        {
            int tokens = mean.Kind == ShapeKind.Tokens ? 0 : 1;
            report.Operand(tokens == 0 ? mean : logVariance, "mean and log variance are numbers, not tokens", tokens);
            return null;
        }

        if (logVariance != mean)
            report.HeadsDiffer(mean, logVariance);
        return mean;
    }

    /// <summary>Steps of the heads stay steps.</summary>
    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    /// <summary>A prediction of one step has the mean of that step.</summary>
    public override string? NotInStream(Shape input) => null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr mean = context.Operand(0).At(x.Origin), logVariance = context.Operand(1).At(x.Origin);
        if (AddsToLoss)
            context.AddToLoss(Divergence(mean, logVariance, context.Mask));
        return context.IsTraining
            ? Map.Of(Mean + ScalarExpression.Exp(LogVariance * 0.5) * NormalNumbers.Of(context.Site), mean, logVariance)
            : mean;
    }

    /// <summary>½ (mean² + exp(log variance) - 1 - log variance), summed over a sample; steps of padding have none.</summary>
    private Expr Divergence(Expr mean, Expr logVariance, Expr? mask) =>
        Map.Of((Mean * Mean + ScalarExpression.Exp(LogVariance) - 1 - LogVariance) * (Beta / 2), mean, logVariance)
            .Masked(mask, otherwise: 0)
            .Sum([.. Enumerable.Range(0, mean.Shape.Rank)]);
}
