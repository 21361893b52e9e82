using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>max(x, 0).</summary>
internal sealed record ReLU : Activation
{
    public static Layer Read(AttributeValues values) => new ReLU();

    protected override ScalarFunction Function => ScalarFunctions.ReLU;
}
