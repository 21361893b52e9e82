using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>The mean along axes.</summary>
internal sealed record Mean(int Axis, int AxisTo, bool KeepDim) : AxisReduction(Axis, AxisTo, KeepDim)
{
    public static Layer Read(AttributeValues values)
    {
        (int axis, int axisTo, bool keepDim) = Arguments(values);
        return new Mean(axis, axisTo, keepDim);
    }

    protected override Expr Reduced(Expr x, int[] axes, Expr? mask)
    {
        int[] ordered = [.. axes.OrderBy(axis => axis)];
        if (mask is not { } steps)
            return x.Mean(ordered);

        // Σ over the true steps / how many there are, times the other values that are taken together.
        long others = ordered.Skip(1).Aggregate(1L, (count, axis) => count * x.Shape[axis]);
        return Map.Of(
            new Operand(0) / ((double)others * (ScalarExpression)new Operand(1)), x.Masked(steps, 0).Sum(ordered), steps.Sum(0));
    }
}
