using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Normalises groups of neighbouring channels of a sample, each over all its positions
/// (Wu and He 2018, https://arxiv.org/abs/1803.08494). The shape is kept.
/// </summary>
internal sealed record GroupNorm(int NumGroups, double Eps, bool Affine, int? In) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new GroupNorm(
            values.Size(0, "numGroups"), values.Number("Eps", 1e-5), values.Flag("Affine", true), values.OptionalSize("In"));
        if (layer.Eps < 0)
            values.Wrong("Eps", layer.Eps, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        report.CheckIn(In, input.Channels, input.ChannelName);
        if (input.Channels % NumGroups == 0)
            return input;
        int nearest = Enumerable.Range(1, (int)Math.Min(NumGroups, input.Channels)).Last(groups => input.Channels % groups == 0);
        report.Value(
            "numGroups", NumGroups, $"it divides the {input.Channels} {input.ChannelName} that come in ({report.Origin})",
            nearest.ToString(CultureInfo.InvariantCulture));
        return input;
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) => Affine
        ? [ParameterDeclaration.Of("weight", Initialization.Ones, input.Channels),
            ParameterDeclaration.Of("bias", Initialization.Zeros, input.Channels)]
        : [];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr centred = x - Mean(x);
        Expr scale = Mean(centred.Square()).ReciprocalSquareRoot(Eps);
        Expr normalized = centred * scale;

        // As in LayerNorm, simplified where sums cancel: dx = scale · (dy - mean(dy) - y · mean(dy · y)).
        if (!Affine)
            return normalized.WithGradient(x, dy => scale * (dy - Mean(dy) - normalized * Mean(dy * normalized)));
        Expr weight = context.Parameter("weight", x.Shape.Rank), bias = context.Parameter("bias", x.Shape.Rank);
        Expr result = normalized * weight + bias;
        int[] positions = [.. Enumerable.Range(0, x.Shape.Rank - 1)];
        if (positions.Length == 0)
        {
            return result.WithGradients(
                [x, weight, bias],
                dy => [ByInput(dy, dy, dy * normalized), (dy * normalized).SumOverBatch(), dy.SumOverBatch()]);
        }

        // The sums of a channel serve its group, times the weight, and over the batch they are the gradients of bias and weight: one pass.
        return result.WithGradients([x, weight, bias], dy =>
        {
            Expr plain = dy.Sum(positions).Named("GradientSum"), weighted = (dy * normalized).Sum(positions).Named("ProductSum");
            return
            [
                ByInput(dy, plain, weighted),
                weighted.SumOverBatch().Named("WeightGradient"),
                plain.SumOverBatch().Named("BiasGradient"),
            ];
        });

        Expr ByInput(Expr dy, Expr plain, Expr weighted) =>
            scale * (weight * dy - GroupMean(weight * plain, x.Shape.Rows) - normalized * GroupMean(weight * weighted, x.Shape.Rows));
    }

    /// <summary>
    /// The mean of a group at each of its channels. Means of the channels come first, since they are sums of neighbouring columns, and
    /// those of a group are few numbers; to bring each group into one piece would be a copy of the whole.
    /// </summary>
    private Expr Mean(Expr x)
    {
        int inner = x.Shape.Rank - 1;
        if (NumGroups == 1)
            return x.Mean([.. Enumerable.Range(0, x.Shape.Rank)]);
        return GroupMean(inner == 0 ? x : x.Mean([.. Enumerable.Range(0, inner)]), positions: 1);
    }

    /// <summary>The mean of a group at each of its channels, of sums of so many positions.</summary>
    private Expr GroupMean(Expr channels, int positions)
    {
        int inner = channels.Shape.Rank - 1, width = channels.Shape.Inner / NumGroups;
        if (positions > 1)
            channels = Map.Of(new Operand(0) * (1.0 / positions), channels);
        if (width == 1)
            return channels;
        if (NumGroups == 1)
            return channels.Mean(inner);
        MoveLoop[] loops = [new(NumGroups, inner, width, 0, 1), new(width, inner, 1, 1, 1)];
        Expr groups = channels.Permuted(channels.Shape.With([NumGroups, width]), loops);
        return Map.Of(new Operand(0), groups.Shape, groups.Mean(1)).Permuted(channels.Shape, [.. loops.Select(loop => loop.Inverse)]);
    }
}
