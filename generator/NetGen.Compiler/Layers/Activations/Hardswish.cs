using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
internal sealed record Hardswish : Activation
{
    public static Layer Read(AttributeValues values) => new Hardswish();

    protected override ScalarFunction Function => ScalarFunctions.Hardswish;
}
