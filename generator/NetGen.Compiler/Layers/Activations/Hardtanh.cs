using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x between <paramref name="MinVal"/> and <paramref name="MaxVal"/>, which end it.</summary>
internal sealed record Hardtanh(double MinVal, double MaxVal) : Activation
{
    public static Layer Read(AttributeValues values)
    {
        var layer = new Hardtanh(values.Number(0, "minVal", -1), values.Number(1, "maxVal", 1));
        if (layer.MaxVal <= layer.MinVal)
            values.Wrong("maxVal", layer.MaxVal, "it is above minVal");
        return layer;
    }

    protected override ScalarFunction Function => ScalarFunctions.Hardtanh(MinVal, MaxVal);
}
