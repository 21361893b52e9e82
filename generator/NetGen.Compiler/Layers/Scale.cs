using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>x · weight, one weight for each feature or channel. Any shape, which is kept.</summary>
internal sealed record Scale(double Initial, int? In) : Layer
{
    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) => new Scale(values.Number("Initial", 1), values.OptionalSize("In"));

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        report.CheckIn(In, input.Channels, input.ChannelName);
        return input;
    }

    public override string? NotInStream(Shape input) => null;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) =>
        [ParameterDeclaration.Of("weight", Initialization.Constant(Initial), input.Channels)];

    public override Expr Forward(Expr x, ForwardContext context) => x * context.Parameter("weight", x.Shape.Rank);
}
