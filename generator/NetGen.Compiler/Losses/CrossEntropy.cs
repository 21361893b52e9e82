using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Losses;

/// <summary>-Σ target · log softmax(output) over the axis named features or channels, for each step or pixel where there are any.</summary>
internal sealed record CrossEntropy(double LabelSmoothing, Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values)
    {
        var loss = new CrossEntropy(values.Number("LabelSmoothing", 0), values.Reduction(), values.TargetIsInput())
        {
            IgnoreIndex = values.IgnoreIndex(),
        };
        if (loss.LabelSmoothing is < 0 or > 1)
            values.Wrong("LabelSmoothing", loss.LabelSmoothing, "it is between 0 and 1");
        return loss;
    }

    public override LabelForms Labels(Shape output) => TargetIsInput ? LabelForms.Values : LabelForms.Index | LabelForms.Values;

    public override void Check(Shape output, LayerReport report)
    {
        if (output.Channels == 1)
            report.Loss("compares at least two classes", output, "For two classes in one number use [BCEWithLogits].", new Remedy(RemedyKind.Replace, "BCEWithLogits"));
    }

    public override Tensor Forward(Tensor prediction, Tensor target)
    {
        int inner = prediction.Shape.Rank - 1;
        Tensor shifted = prediction - prediction.MaxAsShift(inner);
        Tensor logProbability = shifted - shifted.Exp().Sum(inner).Log();
        double spread = LabelSmoothing / prediction.Shape.Inner;

        // A class index sums to 1, and to 0 where the label is ignored: then nothing is spread either.
        bool isIndex = target is Map { Body: IsLabel };
        Tensor sum = target.Sum(inner);
        Tensor smoothed = LabelSmoothing == 0 ? target
            : isIndex ? target * (1 - LabelSmoothing) + sum * spread
            : target * (1 - LabelSmoothing) + spread;
        if (!isIndex)
            sum = smoothed.Sum(inner);
        Tensor losses = (smoothed * logProbability).Sum(inner) * -1;

        // Softmax and logarithm cancel: the gradient is p · Σ target - target.
        return losses.WithGradient(prediction, gradient =>
        {
            Tensor probability = logProbability.ProbabilityForGradient();
            return (probability * sum - smoothed) * gradient;
        });
    }
}
