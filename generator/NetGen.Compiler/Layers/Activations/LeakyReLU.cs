using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x where it is positive, <paramref name="NegativeSlope"/> · x elsewhere.</summary>
internal sealed record LeakyReLU(double NegativeSlope) : Activation
{
    public static Layer Read(AttributeValues values) => new LeakyReLU(values.Number(0, "negativeSlope", 0.01));

    protected override ScalarFunction Function => ScalarFunctions.LeakyReLU(NegativeSlope);
}
