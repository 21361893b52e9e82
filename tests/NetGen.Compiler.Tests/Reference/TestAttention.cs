using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>
/// Attention of a sequence to itself, written as a layer to come will be, with nothing
/// trained. A sequence is queries, keys and values.
/// </summary>
internal sealed record TestAttention(int Heads) : Layer
{
    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        (int steps, int features) = (x.Shape[0], x.Shape[1] / Heads);
        MoveLoop[] apart = [new(steps, 0, 1, 1, 1), new(Heads, 1, features, 0, 1), new(features, 1, 1, 2, 1)];
        Expr heads = x.Permuted(TensorShape.Batched(Heads, steps, features), apart);
        Expr scores = heads.TimesBatched(heads, isRightTransposed: true) * (1 / Math.Sqrt(features));
        Expr weights = (scores - scores.MaxAsShift(2)).Exp();
        Expr attended = Map.Of(new Operand(0) / new Operand(1), weights, weights.Sum(2)).TimesBatched(heads);
        return attended.Permuted(x.Shape, [.. apart.Select(loop => loop.Inverse)]);
    }
}
