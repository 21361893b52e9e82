using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Normalises the features of a vector, the features of each step of a sequence, or a signal or image as a whole, or the channels of each
/// of its positions. The shape is kept.
/// </summary>
internal sealed record LayerNorm(double Eps, bool ElementwiseAffine, bool Bias, int? In) : Layer
{
    /// <summary>Whether the channels of each position are normalised.</summary>
    public bool Channels { get; init; }

    public override bool KeepsShape => true;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        var layer = new LayerNorm(
            values.Number("Eps", 1e-5), values.Flag("ElementwiseAffine", true), values.Flag("Bias", true), values.OptionalSize("In"))
        {
            Channels = values.Flag("Channels", false),
        };
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

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        if (!ElementwiseAffine)
            return [];
        long[] normalized = NormalizedAxes.Sizes(input, Channels);
        ParameterDeclaration weight = ParameterDeclaration.Of("weight", Initialization.Ones, normalized);
        return Bias ? [weight, ParameterDeclaration.Of("bias", Initialization.Zeros, normalized)] : [weight];
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        int[] axes = NormalizedAxes.Of(x.Shape, context.Input, Channels);
        Expr centred = x - x.Mean(axes);
        Expr scale = centred.Square().Mean(axes).ReciprocalSquareRoot(Eps);
        Expr normalized = centred * scale;

        // The derived gradient has sums that cancel; simplified: dx = scale · (dy - mean(dy) - y · mean(dy · y)).
        Expr result = normalized.WithGradient(x, dy => scale * (dy - dy.Mean(axes) - normalized * (dy * normalized).Mean(axes)));
        if (!ElementwiseAffine)
            return result;
        result *= context.Parameter("weight", x.Shape.Rank);
        return Bias ? result + context.Parameter("bias", x.Shape.Rank) : result;
    }
}
