using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>With d = |output - target|: ½ d² where d is at most δ, δ (d - ½ δ) elsewhere.</summary>
internal sealed record Huber(double Delta, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values)
    {
        var loss = new Huber(values.Number("Delta", 1), values.Reduction(), values.TargetIsInput());
        if (loss.Delta <= 0)
            values.Wrong("Delta", loss.Delta, "it is positive");
        return loss;
    }

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression difference = new Operand(0) - new Operand(1);
        ScalarExpression d = ScalarExpression.Abs(difference);
        return Map.Of(
            ScalarExpression.Select(d, Delta, Delta * (d - (0.5 * Delta)), 0.5 * difference * difference), prediction, target);
    }
}
