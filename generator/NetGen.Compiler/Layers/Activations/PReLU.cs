using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>x where it is positive, a · x elsewhere, with one trained a, or one for each channel.</summary>
internal sealed record PReLU(int NumParameters, double Init) : Layer
{
    public override bool KeepsShape => true;

    public override bool IsActivation => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) => new PReLU(values.Size(0, "NumParameters", 1), values.Number(1, "Init", 0.25));

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (NumParameters != 1 && NumParameters != input.Channels)
            report.Value(
                "NumParameters", NumParameters, $"it is 1, or the {input.Channels} {input.ChannelName} that come in ({report.Origin})");
        return input;
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) =>
        [ParameterDeclaration.Of("weight", Initialization.Constant(Init), NumParameters)];

    public override Expr Forward(Expr x, ForwardContext context) => Map.Of(
        ScalarExpression.Select(new Operand(0), 0, new Operand(0), new Operand(0) * new Operand(1)),
        x.Shape,
        x,
        context.Parameter("weight", x.Shape.Rank));
}
