using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Normalises each feature or channel over the batch (and over its positions); when predicting or frozen, by running statistics.
/// A vector (BatchNorm1d over two axes), a signal (BatchNorm1d over three) or an image (BatchNorm2d); the shape is kept.
/// </summary>
internal sealed record BatchNorm(double Momentum, double Eps, bool Affine, bool TrackRunningStats, int? In) : Layer
{
    private const string Counter = "num_batches_tracked";

    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    /// <summary>Whether the running statistics are the mean over all batches so far, which is PyTorch's momentum = None.</summary>
    public bool CumulativeAverage { get; init; }

    public static Layer Read(AttributeValues values)
    {
        var layer = new BatchNorm(
            values.Number("Momentum", 0.1), values.Number("Eps", 1e-5), values.Flag("Affine", true),
            values.Flag("TrackRunningStats", true), values.OptionalSize("In"))
        {
            CumulativeAverage = values.Flag("CumulativeAverage", false),
        };
        if (layer.Momentum is < 0 or > 1)
            values.Wrong("Momentum", layer.Momentum, "it is between 0 and 1");
        else if (layer.CumulativeAverage && values.Has("Momentum"))
            values.Wrong("Momentum", layer.Momentum, "with CumulativeAverage = true all batches count the same");
        if (layer.CumulativeAverage && !layer.TrackRunningStats)
            values.Wrong("CumulativeAverage", "true", "with TrackRunningStats = false there is nothing to average");
        if (layer.Eps < 0)
            values.Wrong("Eps", layer.Eps, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Sequence)
        {
            report.CannotTake(input, "a vector, a signal or an image", "Transpose");
            report.CheckIn(In, input[1], "features");
            return Shape.Signal(input[1], input[0]);
        }

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
            declarations.Add(ParameterDeclaration.Statistic(Counter, Initialization.Zeros));
        }

        return declarations;
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        bool isByBatch = !TrackRunningStats || (context.IsTraining && !context.IsFrozen);
        return isByBatch ? ByBatch(x, context) : ByStatistics(x, context);
    }

    /// <summary>
    /// By the running statistics: y = x · scale + shift, with a prepacked factor and summand for each channel, as the epilogue of a
    /// convolution.
    /// </summary>
    private Expr ByStatistics(Expr x, ForwardContext context)
    {
        int rank = x.Shape.Rank;
        Expr scale = context.Parameter("running_var", rank).ReciprocalSquareRoot(Eps);
        if (Affine)
            scale *= context.Parameter("weight", rank);
        scale = scale.Named("Scale");
        Expr shift = context.Parameter("running_mean", rank) * scale;
        return Affine ? x * scale + (context.Parameter("bias", rank) - shift).Named("Shift") : x * scale - shift.Named("Shift");
    }

    /// <summary>
    /// By the batch's own mean and biased variance; the running variance learns the unbiased one
    /// (https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html).
    /// </summary>
    private Expr ByBatch(Expr x, ForwardContext context)
    {
        int[] positions = [.. Enumerable.Range(0, x.Shape.Rank - 1)];
        ScalarExpression count = new BatchSize() * (ScalarExpression)x.Shape.Rows;
        Expr sum = x.Sum(positions);
        Expr mean = OverBatch(sum).Named("Mean");
        Expr centred = x - mean;
        Expr variance = OverBatch(x.Shape.Rows == 1 ? centred.Square() : SquaredDeviations()).Named("Variance");
        Expr scale = variance.ReciprocalSquareRoot(Eps).Named("InverseDeviation");
        Expr normalized = centred * scale;
        if (x.Shape.Rows == 1)
            x.Program.NeedsTwoSamples(context.Name);
        if (context.IsTraining && TrackRunningStats)
        {
            Update("running_mean", mean, 1);
            Update("running_var", variance, count / (count - 1));
        }

        // The derived gradient would take five passes over the batch. It simplifies to two sums, which are also the
        // gradients of bias and weight: dx = weight · scale · (dy - mean(dy) - y · mean(dy · y)) with the normalised y.
        if (!Affine)
            return normalized.WithGradient(x, dy => ByInput(dy, Sums(dy)));
        Expr weight = context.Parameter("weight", x.Shape.Rank);
        Expr bias = context.Parameter("bias", x.Shape.Rank);
        return (normalized * weight + bias).WithGradients([x, weight, bias], dy =>
        {
            (Expr plain, Expr weighted) = Sums(dy);
            return [weight * ByInput(dy, (plain, weighted)), weighted, plain];
        });

        Expr ByInput(Expr dy, (Expr Plain, Expr Weighted) sums) =>
            scale * (dy - Map.Of(new Operand(0) / count, sums.Plain).Named("MeanGradient")
                - normalized * Map.Of(new Operand(0) / count, sums.Weighted).Named("MeanProduct"));

        // Both are summed over the positions first, in one pass.
        (Expr Plain, Expr Weighted) Sums(Expr dy)
        {
            Expr plain = dy.Sum(positions);
            Expr weighted = (dy * normalized).Sum(positions);
            return (plain.SumOverBatch().Named("BiasGradient"), weighted.Named("ProductSum").SumOverBatch().Named("WeightGradient"));
        }

        Expr OverBatch(Expr values) => Map.Of(new Operand(0) / count, values.SumOverBatch());

        // Those from a sample's own mean are summed while the sample is in the cache.
        Expr SquaredDeviations() => Map.Of(
            SampleMoments.FromMeanOfBatch(x.Shape.Rows),
            Map.Of(SampleMoments.SquaredDeviation(x.Shape.Rows), x, sum).Sum(positions).Named("SquareSum"), sum, mean);

        // The runtime counts a batch when its forward pass is over: this one is the batch after those counted.
        void Update(string name, Expr value, ScalarExpression correction)
        {
            Expr running = context.Parameter(name, x.Shape.Rank);
            ScalarExpression Mixed(ScalarExpression part) => (1 - part) * new Operand(0) + part * correction * new Operand(1);
            context.Update(name, CumulativeAverage
                ? Map.Of(Mixed(1 / (new Operand(2) + 1)), running, value, context.Parameter(Counter, x.Shape.Rank))
                : Map.Of(Mixed(Momentum), running, value));
        }
    }
}
