using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// In training, zeroes each value with probability <paramref name="Probability"/> and divides the others by one minus it;
/// in prediction, the input itself. Any shape, which is kept.
/// </summary>
internal sealed record Dropout(double Probability) : Layer
{
    public override bool KeepsShape => true;

    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values) => new Dropout(DropProbability.Read(values, "p", 0.5));

    public override string? WithoutEffect(Shape input, Shape output) => Probability == 0 ? "its probability is 0" : null;

    public override Shape? InferShape(Shape input, LayerReport report) => input;

    public override Expr Forward(Expr x, ForwardContext context) => context.IsTraining ? x.Dropped(Probability, context.Site) : x;
}
