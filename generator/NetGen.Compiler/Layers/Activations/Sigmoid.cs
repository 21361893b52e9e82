using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed record Sigmoid : Activation
{
    public static Layer Read(AttributeValues values) => new Sigmoid();

    protected override ScalarFunction Function => ScalarFunctions.Sigmoid;
}
