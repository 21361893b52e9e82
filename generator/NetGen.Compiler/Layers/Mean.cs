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

    protected override Expr Reduced(Expr x, int[] axes) => x.Mean([.. axes.OrderBy(axis => axis)]);
}
