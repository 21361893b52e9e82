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
        Expr groups = Grouped(x);
        int[] axes = [.. Enumerable.Range(groups.Shape.Rank - x.Shape.Rank, x.Shape.Rank)];
        Expr centred = groups - groups.Mean(axes);
        Expr scale = centred.Square().Mean(axes).ReciprocalSquareRoot(Eps);
        Expr normalized = centred * scale;

        // As in LayerNorm, simplified where sums cancel: dx = scale · (dy - mean(dy) - y · mean(dy · y)).
        Expr result = normalized.WithGradient(groups, dy => scale * (dy - dy.Mean(axes) - normalized * (dy * normalized).Mean(axes)));
        result = Ungrouped(result, x.Shape);
        return Affine ? result * context.Parameter("weight", x.Shape.Rank) + context.Parameter("bias", x.Shape.Rank) : result;
    }

    /// <summary>[…, channels] as [groups, …, channels of a group], so that a group lies in one piece.</summary>
    private Expr Grouped(Expr x)
    {
        if (NumGroups == 1)
            return x;
        int inner = x.Shape.Rank - 1, width = x.Shape.Inner / NumGroups;
        return x.Permuted(
            x.Shape.With([NumGroups, .. x.Shape.Sizes.Take(inner), width]),
            [
                new MoveLoop(NumGroups, inner, width, 0, 1),
                .. Enumerable.Range(0, inner).Select(axis => new MoveLoop(x.Shape[axis], axis, 1, axis + 1, 1)),
                new MoveLoop(width, inner, 1, inner + 1, 1),
            ]);
    }

    private Expr Ungrouped(Expr groups, TensorShape shape)
    {
        if (NumGroups == 1)
            return groups;
        int inner = shape.Rank - 1, width = shape.Inner / NumGroups;
        return groups.Permuted(
            shape,
            [
                .. Enumerable.Range(0, inner).Select(axis => new MoveLoop(shape[axis], axis + 1, 1, axis, 1)),
                new MoveLoop(NumGroups, 0, 1, inner, width),
                new MoveLoop(width, inner + 1, 1, inner, 1),
            ]);
    }
}
