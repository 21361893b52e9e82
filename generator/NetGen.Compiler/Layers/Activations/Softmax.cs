using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// exp(x - max) / Σ exp(x - max) along one axis: the one named features or channels, or
/// <paramref name="Axis"/> of the sample. Any shape, which is kept.
/// </summary>
internal sealed record Softmax(int? Axis) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Distribution;

    public static Layer Read(AttributeValues values) => new Softmax(values.Has("Axis") ? values.Integer("Axis", 0) : null);

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

        // Over steps, those of padding have the probability 0. Steps are the first axis inside, where there are two.
        if (context.Mask is { } mask && axis == 0)
            x = x.Masked(mask, -float.MaxValue);
        Expr exp = (x - x.MaxAsShift(axis)).Exp();
        Expr y = Map.Of(new Operand(0) / new Operand(1), exp, exp.Sum(axis));

        // From the output alone: dx = y · (dy - Σ dy · y).
        return y.WithGradient(x, dy => y * (dy - (dy * y).Sum(axis)));
    }
}
