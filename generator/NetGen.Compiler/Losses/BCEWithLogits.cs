using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Losses;

/// <summary>BCE of σ(output), worked out without overflow: max(x, 0) - x · target + log(1 + exp(-|x|)).</summary>
internal sealed record BCEWithLogits(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) => new BCEWithLogits(values.Reduction(), values.TargetIsInput());

    /// <summary>One output can judge two classes, by the index of the second.</summary>
    public override LabelForms Labels(Shape output) =>
        output.Count == 1 && !TargetIsInput ? LabelForms.Index | LabelForms.Values : LabelForms.Values;

    public override long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? 2 : 0;

    public override Tensor Forward(Tensor prediction, Tensor target) =>
        prediction.Apply(ScalarFunctions.Softplus(1, double.PositiveInfinity)) - prediction * target;

    /// <summary>The one output is the logit of the second class.</summary>
    public override Tensor TargetOfIndices(Program program, Tensor prediction) =>
        Map.Filled(program, 1 - (ScalarExpression)new IsLabel(), prediction.Shape);
}
