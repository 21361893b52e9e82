using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>Scaled ELU, whose two constants keep mean 0 and variance 1.</summary>
internal sealed record SELU : Activation
{
    public static Layer Read(AttributeValues values) => new SELU();

    protected override ScalarFunction Function => ScalarFunctions.SELU;
}
