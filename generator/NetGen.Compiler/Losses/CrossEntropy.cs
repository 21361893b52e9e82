using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// -Σ weight · target · log softmax(output) over the axis named features or channels, for each step or pixel where there are any.
/// </summary>
internal sealed record CrossEntropy(double LabelSmoothing, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    /// <summary>The weight of each class, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    public static Loss Read(AttributeValues values)
    {
        var loss = new CrossEntropy(values.Number("LabelSmoothing", 0), values.Reduction(), values.TargetIsInput())
        {
            IgnoreIndex = values.IgnoreIndex(),
            Weight = values.Weights("Weight"),
        };
        if (loss.LabelSmoothing is < 0 or > 1)
            values.Wrong("LabelSmoothing", loss.LabelSmoothing, "it is between 0 and 1");
        return loss;
    }

    public override LabelForms Labels(Shape output) => TargetIsInput ? LabelForms.Values : LabelForms.Index | LabelForms.Values;

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

    private Expr Weighted(Expr target) =>
        Weight is { } weight ? Map.Of(new Operand(0) * weight.ByColumn("ClassWeights"), target) : target;

    public override Expr Forward(Expr prediction, Expr target)
    {
        int inner = prediction.Shape.Rank - 1;
        Expr shifted = prediction - prediction.MaxAsShift(inner);
        Expr exp = shifted.Exp();
        Expr total = exp.Sum(inner);
        Expr logProbability = shifted - total.Log();
        double spread = LabelSmoothing / prediction.Shape.Inner;

        // A class index sums to 1, and to 0 where the label is ignored: then nothing is spread either.
        bool isIndex = target.Tensor is Map { Body: IsLabel };
        Expr sum = target.Sum(inner);
        Expr smoothed = Weighted(LabelSmoothing == 0 ? target
            : isIndex ? target * (1 - LabelSmoothing) + sum * spread
            : target * (1 - LabelSmoothing) + spread);
        if (!isIndex || Weight is not null)
            sum = smoothed.Sum(inner);

        // A class with target 0 adds 0, even where its logarithm is −∞.
        Expr losses = Map.Of(ScalarExpression.ProductOrZero(new Operand(0), new Operand(1)), smoothed, logProbability).Sum(inner) * -1;

        // Softmax and logarithm cancel: the gradient is p · Σ target - target.
        return losses.WithGradient(prediction, gradient =>
        {
            Expr probability = exp.ShareForGradient(total);
            return (probability * sum - smoothed) * gradient;
        });
    }
}
