using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>log(1 + exp(βx)) / β, and x itself where βx is above the threshold.</summary>
internal sealed record Softplus(double Beta, double Threshold) : Activation
{
    public static Layer Read(AttributeValues values)
    {
        var layer = new Softplus(values.Number(0, "Beta", 1), values.Number(1, "Threshold", 20));
        if (layer.Beta == 0)
            values.Wrong("Beta", layer.Beta, "it is not 0");
        return layer;
    }

    protected override ScalarFunction Function => ScalarFunctions.Softplus(Beta, Threshold);
}
