using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>
/// -(target · log output + (1 - target) · log(1 - output)), each logarithm at least -100. Right after a Sigmoid it is
/// <see cref="OfLogits"/> of what goes into that: a probability in floats no longer tells 17 from 100, nor has it a slope there.
/// </summary>
internal sealed record BCE(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    private const double SmallestDivisor = 1e-12;

    /// <summary>The weight of each output's loss, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    /// <summary>The same loss of the logits whose sigmoids the probabilities are.</summary>
    public BCEWithLogits OfLogits => new(Reduction, TargetIsInput) { Weight = Weight };

    public static Loss Read(AttributeValues values) =>
        new BCE(values.Reduction(), values.TargetIsInput()) { Weight = values.Weights("Weight") };

    /// <summary>One output can classify two classes, as the score of the second.</summary>
    public override LabelForms Labels(Shape output) =>
        output.Count == 1 && !TargetIsInput ? LabelForms.Index | LabelForms.Values : LabelForms.Values;

    public override long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? 2 : 0;

    public override void Check(Shape output, LayerReport report) => report.CheckWeights("Weight", Weight, output, canBeOne: true);

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression p = new Operand(0);
        ScalarExpression t = new Operand(1);
        ScalarExpression weight = Weight is { } weights ? weights.ByColumn("Weights") : 1;
        Expr losses = Map.Of(-(t * Logarithm(p) + (1 - t) * Logarithm(1 - p)) * weight, prediction, target);

        // PyTorch's slope, (p - t) / (p (1 - p)) with a divisor of at least 10⁻¹²: finite where a probability is 0 or 1.
        return losses.WithGradient(prediction, gradient => Map.Of(
            (p - t) / ScalarExpression.Max(p * (1 - p), SmallestDivisor) * weight * new Operand(2), prediction, target, gradient));

        // Rounding leaves some means of probabilities a little outside of 0 to 1.
        static ScalarExpression Logarithm(ScalarExpression x) =>
            ScalarExpression.Max(ScalarExpression.Log(ScalarExpression.Max(x, 0)), -100);
    }

    /// <summary>The one output is the probability of the second class.</summary>
    public override Expr TargetOfIndices(Expr prediction) =>
        prediction.Filled(1 - (ScalarExpression)new IsLabel(), prediction.Shape);
}
