using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x moved towards 0 by <paramref name="Lambda"/>, and 0 where it would get past it.</summary>
internal sealed record Softshrink(double Lambda) : Activation
{
    public static Layer Read(AttributeValues values)
    {
        var layer = new Softshrink(values.Number(0, "lambd", 0.5));
        if (layer.Lambda < 0)
            values.Wrong("lambd", layer.Lambda, "it is not negative");
        return layer;
    }

    protected override ScalarFunction Function => ScalarFunctions.Softshrink(Lambda);
}
