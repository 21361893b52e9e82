using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the gradient of a weight from that of its transform for Winograd's algorithm: Gᵀ·u·G, a vector of output channels at a time.</summary>
internal static class WinogradWeightGradientEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeightGradient gradient) => gradient.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeightGradient)context.Group.Anchor!;
        Tensor transformed = anchor.Operands[0];
        VectorDialect dialect = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        var transforms = new WinogradTransforms(context, dialect);
        CodeWriter writer = context.Writer;
        context.DeclareReferences();
        using (writer.Open("for (int channel = begin; channel < end; channel++)"))
        using (writer.Open($"for (int output = 0; output < {Literals.Integer(dialect.Extent(anchor.Shape))}; output += {dialect.Lanes})"))
        {
            writer.Line($"ref float source = ref {VectorDialect.Element(context.Reference(transformed), Place(transformed))};");
            writer.Line($"ref float target = ref {VectorDialect.Element(context.Reference(anchor), Place(anchor))};");
            writer.Line("// Gᵀ·u: each column of places.");
            string[][] columns = [.. Enumerable.Range(0, 6).Select(column => Locals("column" + column, transforms.WeightGradient(
                [.. Enumerable.Range(0, 6).Select(row => transforms.Local(
                    "u" + row, dialect.Load("source", (row * transformed.Shape.Stride(0)) + (column * transformed.Shape.Stride(1)))))])))];
            writer.Line("// (Gᵀ·u)·G: each row of it.");
            for (int row = 0; row < 3; row++)
            {
                string[] line = transforms.WeightGradient([.. columns.Select(column => column[row])]);
                for (int column = 0; column < line.Length; column++)
                    writer.Line(dialect.Store(line[column], "target", (row * anchor.Shape.Stride(0)) + (column * anchor.Shape.Stride(1))));
            }
        }

        string[] Locals(string name, string[] values) => [.. values.Select(value => transforms.Local(name, value))];
    }

    private static IndexExpression Place(Tensor tensor) => (IndexExpression)"channel" * tensor.Shape.Stride(2) + "output";
}
