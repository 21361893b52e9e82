using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x · tanh(log(1 + exp(x))).</summary>
internal sealed record Mish : Activation
{
    public static Layer Read(AttributeValues values) => new Mish();

    protected override ScalarFunction Function => ScalarFunctions.Mish;
}
