using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>An activation without options: a row of <see cref="ScalarFunctions"/>.</summary>
internal sealed record PlainActivation(ScalarFunction Row) : Activation
{
    public override string Kind => Row.Layer;

    public override ValueRange Range => Row.Range;

    protected override ScalarFunction Function => Row;
}
