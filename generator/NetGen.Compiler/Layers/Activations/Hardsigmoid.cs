using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal sealed record Hardsigmoid : Activation
{
    public static Layer Read(AttributeValues values) => new Hardsigmoid();

    protected override ScalarFunction Function => ScalarFunctions.Hardsigmoid;
}
