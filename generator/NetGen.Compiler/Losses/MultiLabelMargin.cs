using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// Σ max(0, 1 - output[has] + output[not]) over all pairs of a class that the sample has and one that it has not, divided by the number of
/// classes. A target is the classes that the sample has, before the first -1; a class that is named twice counts twice, as in PyTorch.
/// </summary>
internal sealed record MultiLabelMargin(Reduction Reduction) : Loss(Reduction, TargetIsInput: false)
{
    /// <summary>The number of pairs is an int.</summary>
    private const int MostClasses = 32_768;

    public static Loss Read(AttributeValues values) => new MultiLabelMargin(values.Reduction());

    public override LabelForms Labels(Shape output) => LabelForms.Values;

    public override void Check(Shape output, LayerReport report)
    {
        if (output.Kind != ShapeKind.Vector)
            report.Loss("takes the classes of a sample as a vector", output, "Insert [Flatten] before it.",
                new SuggestedFix(FixKind.InsertBefore, "Flatten"));
        else if (output.Count > MostClasses)
            report.Loss(
                $"compares all pairs of at most {MostClasses} classes", output, "[MultiLabelSoftMargin] judges each class by itself.");
    }

    public override Expr Forward(Expr prediction, Expr target) => prediction.Judged(SampleLossKind.MultiLabelMargin, target);
}
