using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>With d = |output - target|: ½ d² / β where d is below β, d - ½ β elsewhere. β = 0 is L1.</summary>
internal sealed record SmoothL1(double Beta, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values)
    {
        var loss = new SmoothL1(values.Number("Beta", 1), values.Reduction(), values.TargetIsInput());
        if (loss.Beta < 0)
            values.Wrong("Beta", loss.Beta, "it is not negative");
        return loss;
    }

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression difference = new Operand(0) - new Operand(1);
        ScalarExpression d = ScalarExpression.Abs(difference);
        ScalarExpression body = Beta == 0
            ? d
            : ScalarExpression.Select(Beta, d, 0.5 / Beta * difference * difference, d - (0.5 * Beta));
        return Map.Of(body, prediction, target);
    }
}
