using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Normalises each channel of each sample over its positions (Ulyanov et al. 2016, https://arxiv.org/abs/1607.08022); when predicting or
/// frozen with running statistics, by those. A signal or an image; the shape is kept.
/// </summary>
internal sealed record InstanceNorm(double Momentum, double Eps, bool Affine, bool TrackRunningStats, int? In) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new InstanceNorm(
            values.Number("Momentum", 0.1), values.Number("Eps", 1e-5), values.Flag("Affine", false),
            values.Flag("TrackRunningStats", false), values.OptionalSize("In"));
        if (layer.Momentum is < 0 or > 1)
            values.Wrong("Momentum", layer.Momentum, "it is between 0 and 1");
        if (layer.Eps < 0)
            values.Wrong("Eps", layer.Eps, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        const string wanted = "a signal or an image";
        if (input.Kind == ShapeKind.Sequence)
        {
            report.CannotTake(input, wanted, "Transpose");
            report.CheckIn(In, input[1], "features");
            return Shape.Signal(input[1], input[0]);
        }

        if (input.Kind == ShapeKind.Vector)
            report.CannotTake(input, wanted);
        else if (input.Positions == 1)
            report.CannotTake(input, "more than one position of each channel, of which it takes the mean", "Leave it out.", fix: null);
        report.CheckIn(In, input.Channels, input.ChannelName);
        return input;
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        var declarations = new List<ParameterDeclaration>();
        if (Affine)
        {
            declarations.Add(ParameterDeclaration.Of("weight", Initialization.Ones, input.Channels));
            declarations.Add(ParameterDeclaration.Of("bias", Initialization.Zeros, input.Channels));
        }

        if (TrackRunningStats)
        {
            declarations.Add(ParameterDeclaration.Statistic("running_mean", Initialization.Zeros, input.Channels));
            declarations.Add(ParameterDeclaration.Statistic("running_var", Initialization.Ones, input.Channels));
            declarations.Add(ParameterDeclaration.Statistic("num_batches_tracked", Initialization.Zeros));
        }

        return declarations;
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        bool isByPositions = !TrackRunningStats || (context.IsTraining && !context.IsFrozen);
        if (isByPositions)
            return ByPositions(x, context);
        Expr result = ByStatistics(x, context);
        return Affine ? result * context.Parameter("weight", x.Shape.Rank) + context.Parameter("bias", x.Shape.Rank) : result;
    }

    private Expr ByStatistics(Expr x, ForwardContext context) =>
        (x - context.Parameter("running_mean", x.Shape.Rank))
        * context.Parameter("running_var", x.Shape.Rank).ReciprocalSquareRoot(Eps).Named("Scale");

    /// <summary>
    /// By the sample's own mean and biased variance; the running variance learns the unbiased one, and both the mean over the samples
    /// (https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html).
    /// </summary>
    private Expr ByPositions(Expr x, ForwardContext context)
    {
        int[] positions = [.. Enumerable.Range(0, x.Shape.Rank - 1)];
        Expr mean = x.Mean(positions);
        Expr centred = x - mean;
        Expr variance = centred.Square().Mean(positions);
        Expr scale = variance.ReciprocalSquareRoot(Eps);
        Expr normalized = centred * scale;
        if (context.IsTraining && TrackRunningStats)
        {
            Update("running_mean", mean, 1);
            Update("running_var", variance, x.Shape.Rows / (x.Shape.Rows - 1.0));
        }

        // As in LayerNorm, simplified where sums cancel: dx = scale · (dy - mean(dy) - y · mean(dy · y)).
        if (!Affine)
            return normalized.WithGradient(x, dy => scale * (dy - dy.Mean(positions) - normalized * (dy * normalized).Mean(positions)));

        // The same sums, over the batch, are the gradients of bias and weight.
        Expr weight = context.Parameter("weight", x.Shape.Rank), bias = context.Parameter("bias", x.Shape.Rank);
        return (normalized * weight + bias).WithGradients([x, weight, bias], dy =>
        {
            Expr plain = dy.Sum(positions).Named("GradientSum"), weighted = (dy * normalized).Sum(positions).Named("ProductSum");
            ScalarExpression mean = new Operand(0) * (1.0 / x.Shape.Rows);
            Expr meanGradient = Map.Of(mean, plain).Named("MeanGradient"), meanProduct = Map.Of(mean, weighted).Named("MeanProduct");
            return
            [
                weight * (scale * (dy - meanGradient - normalized * meanProduct)),
                weighted.SumOverBatch().Named("WeightGradient"),
                plain.SumOverBatch().Named("BiasGradient"),
            ];
        });

        void Update(string name, Expr value, double correction)
        {
            ScalarExpression mixed = (1 - Momentum) * (ScalarExpression)new Operand(0)
                + Momentum * correction * (ScalarExpression)new Operand(1) / new BatchSize();
            context.Update(name, Map.Of(mixed, context.Parameter(name, x.Shape.Rank), value.SumOverBatch()));
        }
    }
}
