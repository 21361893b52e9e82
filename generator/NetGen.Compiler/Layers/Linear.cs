using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>y = x·weightᵀ + bias for a vector, or for each step of a sequence. [features] → [out features].</summary>
internal sealed record Linear(int OutFeatures, bool Bias, int? In) : Layer
{
    /// <summary>What the weight starts as.</summary>
    public WeightInit Init { get; init; }

    public override string? WidthArgument => "outFeatures";

    public override bool IsLinear => true;

    public override bool HasBias => Bias;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values) =>
        new Linear(values.Size(0, "outFeatures"), values.Flag("Bias", true), values.OptionalSize("In"))
        {
            Init = WeightInit.Read(values, isConvolution: false),
        };

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind is ShapeKind.Image or ShapeKind.Signal)
        {
            report.CannotTake(input, "a vector, or a sequence step by step", "Flatten");
            report.CheckIn(In, input.Count, "values");
            return Shape.Vector(OutFeatures);
        }

        report.CheckIn(In, input.Channels, input.Kind == ShapeKind.Vector ? "values" : "features");
        return input.WithChannels(OutFeatures);
    }

    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.Kept;

    public override string? NotInStream(Shape input) => null;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        ParameterDeclaration weight = Init.Weight(1, OutFeatures, input.Channels);
        return Bias ? [weight, ParameterDeclaration.Of("bias", Initialization.OfFanIn(input.Channels), OutFeatures)] : [weight];
    }

    public override long MultiplyAdds(Shape input) => input.Count * OutFeatures;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        // The weight of an Embedding, to which this layer may be tied, lies the other way.
        Expr weight = context.Parameter("weight");
        Expr product = context.IsByRows("weight") ? x.TimesTransposed(weight) : x.Times(weight);
        return Bias ? product + context.Parameter("bias", x.Shape.Rank) : product;
    }
}
