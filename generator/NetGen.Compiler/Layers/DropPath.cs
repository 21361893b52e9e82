using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training, zeroes a sample as a whole with probability <paramref name="Probability"/> and divides the others by one minus it
/// (stochastic depth, https://arxiv.org/abs/1603.09382). Any shape, which is kept.
/// </summary>
internal sealed record DropPath(double Probability) : Layer
{
    public override bool KeepsShape => true;

    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new DropPath(DropProbability.Read(values, "dropProb", 0));

    public override string? WithoutEffect(Shape input, Shape output) => Probability == 0 ? "its probability is 0" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context) =>
        x.Dropped(Probability, [.. Enumerable.Range(0, x.Shape.Rank)], context);
}
