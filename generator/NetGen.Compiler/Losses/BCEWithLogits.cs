using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>BCE of σ(output), worked out without overflow: max(x, 0) - x · target + log(1 + exp(-|x|)).</summary>
internal sealed record BCEWithLogits(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    /// <summary>The weight of each output's loss, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    /// <summary>The weight of the positive part of the loss, or null for 1.</summary>
    public EquatableArray<double>? PosWeight { get; init; }

    public static Loss Read(AttributeValues values) => new BCEWithLogits(values.Reduction(), values.TargetIsInput())
    {
        Weight = values.Weights("Weight"),
        PosWeight = values.Weights("PosWeight"),
    };

    /// <summary>One output can classify two classes, as the score of the second.</summary>
    public override LabelForms Labels(Shape output) =>
        output.Count == 1 && !TargetIsInput ? LabelForms.Index | LabelForms.Values : LabelForms.Values;

    public override long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? 2 : 0;

    public override void Check(Shape output, LayerReport report)
    {
        report.CheckWeights("Weight", Weight, output, canBeOne: true);
        report.CheckWeights("PosWeight", PosWeight, output, canBeOne: true);
    }

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarFunction softplus = ScalarFunctions.Softplus(1, double.PositiveInfinity);
        Expr losses = PosWeight is { } positive
            ? OfPositives(positive.ByColumn("PositiveWeights"))
            : prediction.Apply(softplus) - prediction * target;
        return Weight is { } weight ? Map.Of(new Operand(0) * weight.ByColumn("Weights"), losses) : losses;

        // With -log σ(x) = softplus(-x): (1 - t) (x + softplus(-x)) + weight · t · softplus(-x).
        Expr OfPositives(ScalarExpression by)
        {
            ScalarExpression t = new Operand(1);
            return Map.Of(
                (1 - t) * new Operand(0) + (1 + (by - 1) * t) * new Operand(2), prediction, target, (prediction * -1).Apply(softplus));
        }
    }

    /// <summary>The one output is the logit of the second class.</summary>
    public override Expr TargetOfIndices(Expr prediction) =>
        prediction.Filled(1 - (ScalarExpression)new IsLabel(), prediction.Shape);
}
