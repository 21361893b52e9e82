using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x · Φ(x), Φ the normal distribution; or its approximation by tanh.</summary>
internal sealed record GELU(bool ApproximateTanh) : Activation
{
    public static Layer Read(AttributeValues values)
    {
        string approximate = values.Text(0, "Approximate", "none");
        if (approximate is not ("none" or "tanh"))
            values.Wrong("Approximate", $"\"{approximate}\"", "it is \"none\" or \"tanh\"");
        return new GELU(approximate == "tanh");
    }

    protected override ScalarFunction Function => ApproximateTanh ? ScalarFunctions.GELUTanh : ScalarFunctions.GELU;
}
