using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training, zeroes a channel of a sample as a whole with probability <paramref name="Probability"/> and divides the others by one minus
/// it (https://arxiv.org/abs/1411.4280). A signal, whose shape is kept.
/// </summary>
internal sealed record Dropout1d(double Probability) : Layer
{
    public override bool KeepsShape => true;

    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Dropout1d(DropProbability.Read(values, "p", 0.5));

    public override string? WithoutEffect(Shape input, Shape output) => Probability == 0 ? "its probability is 0" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => SignalInput.Of(input, report);

    public override Expr Forward(Expr x, ForwardContext context) =>
        x.Dropped(Probability, [.. Enumerable.Range(0, x.Shape.Rank - 1)], context);
}
