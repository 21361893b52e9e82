using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>min(max(x, 0), 6).</summary>
internal sealed record ReLU6 : Activation
{
    public static Layer Read(AttributeValues values) => new ReLU6();

    protected override ScalarFunction Function => ScalarFunctions.ReLU6;
}
