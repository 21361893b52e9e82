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
}
