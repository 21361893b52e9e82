using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>-(target · log output + (1 - target) · log(1 - output)), each logarithm at least -100.</summary>
internal sealed record BCE(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    /// <summary>What each output's loss is multiplied by, or null for 1.</summary>
    public EquatableArray<double>? Weight { get; init; }

    public static Loss Read(AttributeValues values) =>
        new BCE(values.Reduction(), values.TargetIsInput()) { Weight = values.Weights("Weight") };

    /// <summary>One output can judge two classes, by the index of the second.</summary>
    public override LabelForms Labels(Shape output) =>
        output.Count == 1 && !TargetIsInput ? LabelForms.Index | LabelForms.Values : LabelForms.Values;

    public override long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? 2 : 0;

    public override void Check(Shape output, LayerReport report) => report.CheckWeights("Weight", Weight, output, canBeOne: true);

    public override Expr Forward(Expr prediction, Expr target)
    {
        ScalarExpression p = new Operand(0);
        ScalarExpression t = new Operand(1);
        ScalarExpression weight = Weight is { } weights ? weights.ByColumn("Weights") : 1;
        return Map.Of(-(t * Logarithm(p) + (1 - t) * Logarithm(1 - p)) * weight, prediction, target);

        static ScalarExpression Logarithm(ScalarExpression x) => ScalarExpression.Max(ScalarExpression.Log(x), -100);
    }

    /// <summary>The one output is the probability of the second class.</summary>
    public override Expr TargetOfIndices(Expr prediction) =>
        prediction.Filled(1 - (ScalarExpression)new IsLabel(), prediction.Shape);
}
