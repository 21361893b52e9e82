using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>A function of each value: any shape, which is kept.</summary>
internal abstract record Activation : Layer
{
    public override bool KeepsShape => true;

    public override Shape? InferShape(Shape input, LayerReport report) => input;
}
