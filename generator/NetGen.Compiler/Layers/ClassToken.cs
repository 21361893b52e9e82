using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Puts a trained step before the others, as ViT's class token (Dosovitskiy et al. 2021, https://arxiv.org/abs/2010.11929).
/// [steps, features] → [steps + 1, features].
/// </summary>
internal sealed record ClassToken(double Std) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        var layer = new ClassToken(values.Number("Std", 0.02));
        if (layer.Std < 0)
            values.Wrong("Std", layer.Std, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Sequence)
            return Shape.Sequence(input[0] + 1, input[1]);
        report.CannotTake(input, "a sequence", input.Kind == ShapeKind.Signal ? "Transpose" : "");
        return input.Kind == ShapeKind.Signal ? Shape.Sequence(input[1] + 1, input[0]) : null;
    }

    public override MaskRule MaskRule(Shape input) => Layers.MaskRule.StepInFront;

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) =>
        [ParameterDeclaration.Of("weight", Initialization.Normal(0, Std), input.Channels)];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr token = Map.Of(new Operand(0), x.Shape.With([1, x.Shape.Inner]), context.Parameter("weight", x.Shape.Rank));
        return TensorOperations.Concatenated([token, x], axis: 0);
    }
}
