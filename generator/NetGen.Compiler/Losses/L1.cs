using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>|output - target|.</summary>
internal sealed record L1(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) => new L1(values.Reduction(), values.TargetIsInput());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target) =>
        Map.Of(ScalarExpression.Abs(new Operand(0) - new Operand(1)), prediction, target);
}
