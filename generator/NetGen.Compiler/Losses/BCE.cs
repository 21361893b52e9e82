using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Losses;

/// <summary>-(target · log output + (1 - target) · log(1 - output)), each logarithm at least -100.</summary>
internal sealed record BCE(Reduction Reduction, bool TargetIsInput) : Loss(Reduction, TargetIsInput)
{
    public static Loss Read(AttributeValues values) => new BCE(values.Reduction(), values.TargetIsInput());

    /// <summary>One output can judge two classes, by the index of the second.</summary>
    public override LabelForms Labels(Shape output) =>
        output.Count == 1 && !TargetIsInput ? LabelForms.Index | LabelForms.Values : LabelForms.Values;

    public override long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? 2 : 0;
}
