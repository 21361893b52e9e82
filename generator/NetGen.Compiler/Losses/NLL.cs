using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// -weight[label] · output[label] over the axis named features or channels: the output is log probabilities, as LogSoftmax gives them.
/// </summary>
internal sealed record NLL(Reduction Reduction) : Loss(Reduction, TargetIsInput: false)
{
    /// <summary>The weight of each class, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    public static Loss Read(AttributeValues values) =>
        new NLL(values.Reduction()) { IgnoreIndex = values.IgnoreIndex(), Weight = values.Weights("Weight") };

    public override LabelForms Labels(Shape output) => LabelForms.Index;

    public override void Check(Shape output, LayerReport report)
    {
        if (output.Channels == 1)
            report.Loss("compares at least two classes", output, "For two classes in one number use [BCEWithLogits].",
                new SuggestedFix(FixKind.Replace, "BCEWithLogits"));
        else
            report.CheckWeights("Weight", Weight, output);
    }

    public override EquatableArray<double>? ClassWeights => Weight;

    public override Expr? LabelWeights(Expr target) => Weight is null ? null : Weighted(target).Sum(target.Shape.Rank - 1);

    /// <summary>The other classes add 0, even where their logarithm is −∞.</summary>
    public override Expr Forward(Expr prediction, Expr target) => Weight is null && prediction.Shape.Rank == 1
        ? prediction.Judged(SampleLossKind.NegatedOfLabel, target: null)
        : Map.Of(ScalarExpression.ProductOrZero(new Operand(0), new Operand(1)), Weighted(target), prediction)
            .Sum(prediction.Shape.Rank - 1) * -1;

    private Expr Weighted(Expr target) =>
        Weight is { } weight ? Map.Of(new Operand(0) * weight.ByColumn("ClassWeights"), target) : target;
}
