using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>(output - target)².</summary>
internal sealed record MSE(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) => new MSE(values.Reduction(), values.TargetIsInput());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target) => (prediction - target).Square();
}
