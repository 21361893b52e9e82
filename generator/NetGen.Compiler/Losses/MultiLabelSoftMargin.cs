using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// BCEWithLogits as a mean over the axis named features or channels, of which each element is a class that a sample has or has not.
/// </summary>
internal sealed record MultiLabelSoftMargin(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    /// <summary>The weight of each class's loss, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    public static Loss Read(AttributeValues values) =>
        new MultiLabelSoftMargin(values.Reduction(), values.TargetIsInput()) { Weight = values.Weights("Weight") };

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override void Check(Shape output, LayerReport report) => report.CheckWeights("Weight", Weight, output, canBeOne: true);

    public override Expr Forward(Expr prediction, Expr target)
    {
        Expr losses = new BCEWithLogits(Reduction, TargetIsInput) { Weight = Weight }.Forward(prediction, target);
        return losses.Mean(prediction.Shape.Rank - 1);
    }
}
