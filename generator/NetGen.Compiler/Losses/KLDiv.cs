using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// target · (log target - output), and 0 where the target is 0; the output is log probabilities, and the target too where
/// <paramref name="LogTarget"/> says so.
/// </summary>
internal sealed record KLDiv(bool LogTarget, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) =>
        new KLDiv(values.Flag("LogTarget", false), values.Reduction(batchMean: true), values.TargetIsInput());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression x = new Operand(0);
        ScalarExpression t = new Operand(1);
        ScalarExpression body = LogTarget
            ? ScalarExpression.ProductOrZero(ScalarExpression.Exp(t), t - x)
            : ScalarExpression.Select(t, 0, t * (ScalarExpression.Log(ScalarExpression.Max(t, float.Epsilon)) - x), 0);
        return Map.Of(body, prediction, target);
    }
}
