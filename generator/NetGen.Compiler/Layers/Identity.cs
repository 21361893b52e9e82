using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The input itself.</summary>
internal sealed record Identity : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Identity();

    public override bool KeepsShape => true;

    public override bool TakesTokens => true;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context) => x;
}
