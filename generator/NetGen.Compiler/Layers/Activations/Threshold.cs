using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x where it is above <paramref name="Limit"/>, <paramref name="Value"/> elsewhere.</summary>
internal sealed record Threshold(double Limit, double Value) : Activation
{
    public static Layer Read(AttributeValues values) => new Threshold(values.Number(0, "threshold", 0), values.Number(1, "value", 0));

    protected override ScalarFunction Function => ScalarFunctions.Threshold(Limit, Value);
}
