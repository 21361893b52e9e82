using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record Tanh : Activation
{
    public static Layer Read(AttributeValues values) => new Tanh();

    protected override ScalarFunction Function => ScalarFunctions.Tanh;
}
