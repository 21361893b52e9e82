using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Losses;

/// <summary>-output[label] over the axis named features or channels: the output is log probabilities, as LogSoftmax gives them.</summary>
internal sealed record NLL(Reduction Reduction) : Loss(Reduction, TargetIsInput: false)
{
    public static Loss Read(AttributeValues values) => new NLL(values.Reduction()) { IgnoreIndex = values.IgnoreIndex() };

    public override LabelForms Labels(Shape output) => LabelForms.Index;

    public override void Check(Shape output, LayerReport report)
    {
        if (output.Channels == 1)
            report.Loss("compares at least two classes", output, "For two classes in one number use [BCEWithLogits].", new Remedy(RemedyKind.Replace, "BCEWithLogits"));
    }

    public override Tensor Forward(Tensor prediction, Tensor target) =>
        (prediction * target).Sum(prediction.Shape.Rank - 1) * -1;
}
