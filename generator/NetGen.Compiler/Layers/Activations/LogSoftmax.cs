using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// x - max - log Σ exp(x - max) along one axis: the one named features or channels, or
/// <paramref name="Axis"/> of the sample. Any shape, which is kept.
/// </summary>
internal sealed record LogSoftmax(int? Axis) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.LogDistribution;

    public static Layer Read(AttributeValues values) => new LogSoftmax(values.Has("Axis") ? values.Integer("Axis", 0) : null);

    /// <summary>The axis of the sample, from 0.</summary>
    public int AxisOf(Shape input) => Axis is { } axis ? (axis < 0 ? axis + input.Rank : axis) : input.ChannelAxis;

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        int axis = AxisOf(input);
        if (axis < 0 || axis >= input.Rank)
            report.Value("Axis", Axis ?? 0, $"the sample ({report.Origin}) has axes {-input.Rank} to {input.Rank - 1}");
        return input;
    }

    public override string? NotInStream(Shape input) => AxisOf(input) == input.ChannelAxis ? null : "it normalises over the steps";

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int axis = TensorLayout.Axis(context.Input, AxisOf(context.Input));

        // Over steps, those of padding have the probability 0, whose logarithm is as small as a number can be.
        Expr? mask = axis == 0 ? context.Mask : null;
        x = x.Masked(mask, -float.MaxValue);
        Expr shifted = x - x.MaxAsShift(axis);
        Expr y = shifted - shifted.Exp().Sum(axis).Log();

        // From the output alone: dx = dy - exp(y) · Σ dy.
        return y.WithGradient(
            x, dy => dy - y.At(dy.Origin).ProbabilityForGradient() * dy.Masked(mask?.At(dy.Origin), 0).Sum(axis));
    }
}
