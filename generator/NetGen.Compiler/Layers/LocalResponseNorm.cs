using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// x / (k + alpha · mean of x² over neighbouring channels)^beta (AlexNet, section 3.3); the mean divides by <paramref name="Size"/> at the
/// border too. The image's shape is kept.
/// </summary>
internal sealed record LocalResponseNorm(int Size, double Alpha, double Beta, double K) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) => new LocalResponseNorm(
        values.Size(0, "size"), values.Number("Alpha", 1e-4), values.Number("Beta", 0.75), values.Number("K", 1));

    public override Shape? InferShape(Shape input, LayerReport report) => ImageInput.Of(input, report);

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr sum = Map.Of(new Operand(0) * Alpha + K, Neighbours(x.Square()));
        return x * sum.Apply(ScalarFunctions.Power(-Beta));
    }

    /// <summary>The means over neighbouring channels: channels become rows, and pixels the channels of a pool.</summary>
    private Expr Neighbours(Expr squares)
    {
        TensorShape shape = squares.Shape;
        MoveLoop[] loops = [new(shape[0], 0, 1, 2, shape[1]), new(shape[1], 1, 1, 2, 1), new(shape[2], 2, 1, 0, 1)];
        Expr rows = squares.Permuted(shape.With([shape[2], 1, shape[0] * shape[1]]), loops);
        var channels = new PoolAxis(shape[2], shape[2], Size, 1, Size / 2, 1, IsAdaptive: false) { PaddingAfter = (Size - 1) / 2 };
        var one = new PoolAxis(1, 1, 1, 1, 0, 1, IsAdaptive: false);
        Expr means = rows.Add(new AveragePool(rows.Origin, rows, channels, one, new AveragePoolDivisor(Size, CountIncludePad: true)));
        return means.Permuted(shape, [.. loops.Select(loop => loop.Inverse)]);
    }
}
