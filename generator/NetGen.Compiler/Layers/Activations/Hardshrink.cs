using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>x where its magnitude is above <paramref name="Lambda"/>, 0 elsewhere.</summary>
internal sealed record Hardshrink(double Lambda) : Activation
{
    public static Layer Read(AttributeValues values) => new Hardshrink(values.Number(0, "lambd", 0.5));

    protected override ScalarFunction Function => ScalarFunctions.Hardshrink(Lambda);
}
