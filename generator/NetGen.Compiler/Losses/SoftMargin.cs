using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>log(1 + exp(-target · output)), without overflow; targets are 1 and -1.</summary>
internal sealed record SoftMargin(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) => new SoftMargin(values.Reduction(), values.TargetIsInput());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override Expr Forward(Expr prediction, Expr target) =>
        (prediction * target * -1).Apply(ScalarFunctions.Softplus(1, double.PositiveInfinity));
}
