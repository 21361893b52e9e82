using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// The first half of an axis times the sigmoid of the second (Dauphin et al. 2017, https://arxiv.org/abs/1612.08083): the axis named
/// features or channels, or <paramref name="Axis"/> of the sample. Half as many come out.
/// </summary>
internal sealed record GLU(int? Axis) : Layer
{
    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) => new GLU(values.Has("Axis") ? values.Integer("Axis", 0) : null);

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (LostAxes.Index(Axis ?? input.ChannelAxis, "Axis", input, report) is not { } axis)
            return null;
        if (input[axis] % 2 == 0)
            return input.With(axis, input[axis] / 2);
        report.CannotTake(input, $"an even number on axis {axis}, of which one half gates the other", "Make it even.", fix: null);
        return null;
    }

    public override string? NotInStream(Shape input) =>
        Axis is null || Axis == input.ChannelAxis || Axis == -1 ? null : "it halves the steps";

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int outer = Axis is { } stated ? (stated < 0 ? stated + context.Input.Rank : stated) : context.Input.ChannelAxis;
        int axis = TensorLayout.Axis(context.Input, outer);
        int half = x.Shape[axis] / 2;
        Expr value = x.PaddedAlong(axis, (0, -half)), gate = x.PaddedAlong(axis, (-half, 0));

        // The derived gradient would be a sum of two tensors that are half zeros.
        return Map.Of(new Operand(0) * ScalarExpression.Sigmoid(new Operand(1)), value, gate).WithGradient(x, dy =>
        {
            // One reads the other, so that both are computed in one pass.
            ScalarExpression open = ScalarExpression.Sigmoid(new Operand(1));
            Expr valueGradient = Map.Of(new Operand(0) * open, dy, gate);
            Expr gateGradient = Map.Of(new Operand(0) * (new Operand(2) * (1 - open)), valueGradient, gate, value);
            return TensorOperations.Concatenated([valueGradient, gateGradient], axis);
        });
    }
}
