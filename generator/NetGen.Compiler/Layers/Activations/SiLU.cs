using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x · σ(x), also called swish.</summary>
internal sealed record SiLU : Activation
{
    public static Layer Read(AttributeValues values) => new SiLU();

    protected override ScalarFunction Function => ScalarFunctions.SiLU;
}
