using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>One number of all values along an axis, or along several: <see cref="Axis"/> to <see cref="AxisTo"/>.</summary>
internal abstract record AxisReduction(int Axis, int AxisTo, bool KeepDim) : Layer
{
    /// <summary>The arguments that all reductions have.</summary>
    protected static (int Axis, int AxisTo, bool KeepDim) Arguments(AttributeValues values)
    {
        if (!values.Has("Axis"))
            values.Missing("Axis", "it says which axis goes", "Axis = 0");
        int axis = values.Integer("Axis", 0);
        return (axis, values.Integer("AxisTo", axis), values.Flag("KeepDim", false));
    }

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (LostAxes.Index(Axis, "Axis", input, report) is not { } first || LostAxes.Index(AxisTo, "AxisTo", input, report) is not { } last)
            return null;
        if (last < first)
        {
            report.Value("AxisTo", AxisTo, $"it does not come before Axis = {Axis}");
            return null;
        }

        return KeepDim
            ? Enumerable.Range(first, last - first + 1).Aggregate(input, (shape, axis) => shape.With(axis, 1))
            : LostAxes.InferShape(input, first, last, " KeepDim = true keeps any axis, with size 1.", report);
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Shape input = context.Input;
        int first = Axis < 0 ? Axis + input.Rank : Axis;
        int last = AxisTo < 0 ? AxisTo + input.Rank : AxisTo;
        int[] axes = [.. Enumerable.Range(first, last - first + 1).Select(axis => TensorLayout.Axis(input, axis))];
        Expr reduced = Reduced(x, axes, TakesSteps(input) ? context.Mask : null);
        return KeepDim ? reduced : LostAxes.Dropped(reduced, axes, context.Output);
    }

    public override MaskRule MaskRule(Shape input) => TakesSteps(input) ? Layers.MaskRule.Used : Layers.MaskRule.Kept;

    /// <summary>What comes of axes of the internal layout, which keep size 1. They are in the order that they have in a sample.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="mask">Which steps are true, where steps are taken together and some are padding; else null.</param>
    protected abstract Expr Reduced(Expr x, int[] axes, Expr? mask);

    /// <summary>Whether steps are among what is taken together.</summary>
    private bool TakesSteps(Shape input)
    {
        int steps = input.Kind == ShapeKind.Signal ? 1 : 0;
        int first = Axis < 0 ? Axis + input.Rank : Axis, last = AxisTo < 0 ? AxisTo + input.Rank : AxisTo;
        return input.Rank == 2 && first <= steps && steps <= last;
    }
}
