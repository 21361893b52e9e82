using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x where it is positive, <paramref name="Alpha"/> · (exp(x / <paramref name="Alpha"/>) - 1) elsewhere.</summary>
internal sealed record CELU(double Alpha) : Activation
{
    public static Layer Read(AttributeValues values)
    {
        var layer = new CELU(values.Number(0, "alpha", 1));
        if (layer.Alpha <= 0)
            values.Wrong("alpha", layer.Alpha, "it is above 0");
        return layer;
    }

    protected override ScalarFunction Function => ScalarFunctions.CELU(Alpha);
}
