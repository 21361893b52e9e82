using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x where it is positive, <paramref name="Alpha"/> · (exp(x) - 1) elsewhere.</summary>
internal sealed record ELU(double Alpha) : Activation
{
    public static Layer Read(AttributeValues values) => new ELU(values.Number(0, "alpha", 1));

    protected override ScalarFunction Function => ScalarFunctions.ELU(Alpha);
}
