using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// The negative log likelihood of a count whose rate is exp(output): exp(output) - target · output; or whose rate is the output, where
/// <paramref name="LogInput"/> is false: output - target · log(output + ε).
/// </summary>
internal sealed record PoissonNLL(bool LogInput, bool Full, double Eps, Reduction Reduction, bool TargetIsInput)
    : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values)
    {
        var loss = new PoissonNLL(
            values.Flag("LogInput", true), values.Flag("Full", false), values.Number("Eps", 1e-8), values.Reduction(),
            values.TargetIsInput());
        if (loss.Eps < 0)
            values.Wrong("Eps", loss.Eps, "it is not negative");
        return loss;
    }

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression x = new Operand(0);
        ScalarExpression t = new Operand(1);
        ScalarExpression body = LogInput ? ScalarExpression.Exp(x) - t * x : x - t * ScalarExpression.Log(x + Eps);
        return Map.Of(Full ? body + LogFactorial(t) : body, prediction, target);
    }

    /// <summary>Stirling's approximation of log t!, and 0 for t of at most 1.</summary>
    private static ScalarExpression LogFactorial(ScalarExpression t)
    {
        ScalarExpression count = ScalarExpression.Max(t, 1);
        return ScalarExpression.Select(
            t, 1, (count + 0.5) * ScalarExpression.Log(count) - count + (0.5 * Math.Log(2 * Math.PI)), 0);
    }
}
