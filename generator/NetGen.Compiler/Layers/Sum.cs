using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>The sum along axes.</summary>
internal sealed record Sum(int Axis, int AxisTo, bool KeepDim) : AxisReduction(Axis, AxisTo, KeepDim)
{
    public static Layer Read(AttributeValues values)
    {
        (int axis, int axisTo, bool keepDim) = Arguments(values);
        return new Sum(axis, axisTo, keepDim);
    }

    protected override Expr Reduced(Expr x, int[] axes, Expr? mask) => x.Masked(mask, 0).Sum([.. axes.OrderBy(axis => axis)]);
}
