using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// Σ weight[label] · max(0, margin - output[label] + output)ᵖ over the other classes, divided by the number of classes: those of the axis
/// named features or channels, for each step or pixel where there are any.
/// </summary>
internal sealed record MultiMargin(int P, double Margin, Reduction Reduction) : Loss(Reduction, TargetIsInput: false)
{
    /// <summary>The weight of each class, or null for 1. A mean divides by the number of the labels, whatever they weigh.</summary>
    public EquatableArray<double>? Weight { get; init; }

    public static Loss Read(AttributeValues values)
    {
        var loss = new MultiMargin(values.Integer("P", 1), values.Number("Margin", 1), values.Reduction())
        {
            Weight = values.Weights("Weight"),

            // PyTorch has no such label; here it is the one of a step that is padding.
            IgnoreIndex = -100,
        };
        if (loss.P is not (1 or 2))
            values.Wrong("P", loss.P, "it is 1 or 2");
        return loss;
    }

    public override LabelForms Labels(Shape output) => LabelForms.Index;

    public override void Check(Shape output, LayerReport report)
    {
        if (output.Channels == 1)
            report.Loss("compares at least two classes", output, "For two classes in one number use [BCEWithLogits].",
                new SuggestedFix(FixKind.Replace, "BCEWithLogits"));
        else
            report.CheckWeights("Weight", Weight, output);
    }

    public override Expr Forward(Expr prediction, Expr target)
    {
        int inner = prediction.Shape.Rank - 1;
        ScalarExpression isLabel = new Operand(1);
        Expr own = Map.Of(ScalarExpression.ProductOrZero(isLabel, new Operand(0)), prediction, target).Sum(inner);
        ScalarExpression missing = ScalarExpression.Max(Margin - new Operand(2) + new Operand(0), 0);
        ScalarExpression loss = ScalarExpression.Select(isLabel, 0, 0, P == 1 ? missing : missing * missing);
        Expr weights = Weight is { } weight ? Map.Of(new Operand(0) * weight.ByColumn("ClassWeights"), target) : target;
        return Map.Of(loss, prediction, target, own).Mean(inner) * weights.Sum(inner);
    }
}
