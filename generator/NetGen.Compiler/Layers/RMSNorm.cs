using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Divides by the root mean square (Zhang and Sennrich 2019, https://arxiv.org/abs/1910.07467): the features of a vector, the features of
/// each step of a sequence, or a signal or image as a whole. The shape is kept.
/// </summary>
internal sealed record RMSNorm(double Eps, bool ElementwiseAffine, int? In) : Layer
{
    /// <summary>The distance from 1 to the next float.</summary>
    private const double FloatEpsilon = 1.1920929e-7;

    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new RMSNorm(values.Number("Eps", FloatEpsilon), values.Flag("ElementwiseAffine", true), values.OptionalSize("In"));
        if (layer.Eps < 0)
            values.Wrong("Eps", layer.Eps, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        report.CheckIn(In, input.Channels, input.ChannelName);
        return input;
    }

    public override string? NotInStream(Shape input) => null;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) => ElementwiseAffine
        ? [ParameterDeclaration.Of("weight", Initialization.Ones, NormalizedAxes.Sizes(input, isByPosition: false))]
        : [];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int[] axes = NormalizedAxes.Of(x.Shape, context.Input, isByPosition: false);
        Expr scale = x.Square().Mean(axes).ReciprocalSquareRoot(Eps);
        Expr normalized = x * scale;

        // As in LayerNorm, from the normalised y: dx = scale · (dy - y · mean(dy · y)).
        Expr result = normalized.WithGradient(x, dy => scale * (dy - normalized * (dy * normalized).Mean(axes)));
        return ElementwiseAffine ? result * context.Parameter("weight", x.Shape.Rank) : result;
    }
}
