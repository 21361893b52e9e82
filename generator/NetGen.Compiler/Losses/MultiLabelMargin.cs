using NetGen.Compiler.Collections;
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

    public override Expr Forward(Expr prediction, Expr target)
    {
        int classes = prediction.Shape.Inner;
        TensorShape pairs = prediction.Shape.With([classes, classes]);
        ScalarExpression index = new ByColumn("Indices", Enumerable.Range(0, classes).Select(i => (double)i).ToEquatableArray());

        // The place of the first -1, negated to be a maximum; and -1 from there on.
        Expr end = Map.Of(ScalarExpression.Select(0, new Operand(0), -index, -classes), target).MaxAsShift(0);
        Expr named = Map.Of(ScalarExpression.Select(-(ScalarExpression)new Operand(1), index, new Operand(0), -1), target, end);

        // A row for each place of the target, with 1 at the class that it names.
        Expr hits = Map.Of(
            ScalarExpression.Greater(0.5, ScalarExpression.Abs(new Operand(0) - index)), pairs, Permuted(named, [classes, 1], 0, 0));
        Expr counts = hits.Sum(0);

        // A row for each class that the sample has, a column for each that it has not.
        ScalarExpression missing = ScalarExpression.Max(1 - (ScalarExpression)new Operand(2) + new Operand(3), 0);
        ScalarExpression loss = new Operand(0) * ScalarExpression.Select(new Operand(1), 0, 0, missing);
        return Map.Of(
            loss, Permuted(counts, [classes, 1], 1, 0), counts,
            Permuted(prediction, [classes, 1], 0, 0), Permuted(prediction, [1, classes], 0, 1)).Sum(0, 1) * (1.0 / classes);

        Expr Permuted(Expr x, int[] sizes, int from, int to) =>
            x.Permuted(x.Shape.With(sizes), new MoveLoop(classes, from, 1, to, 1));
    }
}
