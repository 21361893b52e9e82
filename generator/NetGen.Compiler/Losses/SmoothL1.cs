using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

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
}
