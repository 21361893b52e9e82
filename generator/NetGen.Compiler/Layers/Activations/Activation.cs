using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>A function of each value: any shape, which is kept.</summary>
internal abstract record Activation : Layer
{
    public override bool KeepsShape => true;

    public override bool IsActivation => true;

    public override ValueRange Range => ValueRange.Any;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    /// <summary>The function with its derivative.</summary>
    protected abstract ScalarFunction Function { get; }

    public override Expr Forward(Expr x, ForwardContext context) => x.Apply(Function);
}
