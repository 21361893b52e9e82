using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums the gradient of a weight [k, n] over all rows of all samples. Splits the work over k. Where
/// no later method reads the weight, the optimizer's step for some of its rows follows at once. Where each sample has a gradient, it splits
/// the samples.
/// </summary>
internal static class ProductWeightGradientEmitter
{
    public static void Emit(KernelContext context)
    {
        var anchor = (ProductWeightGradient)context.Group.Anchor!;
        (Tensor left, Tensor gradient) = (anchor.Operands[0], anchor.Operands[1]);
        var rows = new MatrixRows(left.Shape.Rows, left, gradient);
        CodeWriter writer = context.Writer;
        if (anchor.IsOfSample)
        {
            context.DeclareReferences(isOneMatrix: false);
            using (writer.Open("for (int sample = begin; sample < end; sample++)"))
            {
                context.DeclareSampleReferences("sample");
                Call(Literals.Integer(left.Shape.Rows), "0", Literals.Integer(anchor.Shape[0]), "");
            }

            return;
        }

        context.DeclareReferences(rows.IsOneMatrix);
        if (!context.Plan.FusedUpdates.Contains(anchor))
        {
            Sum("begin", "end");
            return;
        }

        int row = anchor.Shape.PaddedInner;
        string step = Literals.Integer(((WeightGradientSchedule)context.Group.Schedule!).RowsOfUpdate);
        using (writer.Open($"for (int first = begin; first < end; first += {step})"))
        {
            writer.Line($"int last = global::System.Math.Min(end, first + {step});");
            Sum("first", "last");
            writer.Line(
                $"workspace.Update({(IndexExpression)"first" * row + (int)context.Plan[anchor].Offset}, "
                + $"(last - first) * {Literals.Integer(row)});");
        }

        void Sum(string first, string last)
        {
            if (rows.IsOneMatrix)
            {
                Call(rows.Of("workspace.Samples"), first, last, "");
                return;
            }

            using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
            {
                context.DeclareSampleReferences("sample");
                Call(Literals.Integer(left.Shape.Rows), first, last, ", adds: sample > 0");
            }
        }

        void Call(string count, string first, string last, string adds)
        {
            writer.Line("WeightGradients.OfProduct<S, V>(");
            writer.Line(
                $"    ref {context.Reference(left)}, {rows.Stride(left)}, ref {context.Reference(gradient)}, {rows.Stride(gradient)}, "
                + $"ref {context.Reference(anchor)}, {Literals.Integer(anchor.Shape.PaddedInner)},");
            writer.Line($"    columns: {Literals.Integer(anchor.Shape.Inner)}, rows: {count}, {first}, {last}{adds});");
        }
    }
}
