using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// The output, a distance, where the target is 1, and max(0, margin - output) where it is -1; as in PyTorch both where it is neither.
/// </summary>
internal sealed record HingeEmbedding(double Margin, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) =>
        new HingeEmbedding(values.Number("Margin", 1), values.Reduction(), values.TargetIsInput());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression x = new Operand(0);
        ScalarExpression t = new Operand(1);
        ScalarExpression near = ScalarExpression.Select(ScalarExpression.Abs(t + 1), 0, x, 0);
        ScalarExpression far = ScalarExpression.Select(ScalarExpression.Abs(t - 1), 0, ScalarExpression.Max(0, Margin - x), 0);
        return Map.Of(near + far, prediction, target);
    }
}
