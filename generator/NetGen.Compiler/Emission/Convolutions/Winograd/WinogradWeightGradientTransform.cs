using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>The method that makes the gradient of a weight of that of its transform, Gᵀ·u·G, a vector of output channels at a time.</summary>
/// <param name="Dialect">The vector width.</param>
/// <param name="Transformed">[row, column, input channel, output channel] of places.</param>
/// <param name="Weight">The same of the weight.</param>
internal sealed record WinogradWeightGradientTransform(VectorDialect Dialect, TensorShape Transformed, TensorShape Weight) : WinogradMethod(Dialect)
{
    private WinogradSize Size => new(Weight[0]);

    public override string Name => $"WeightGradientTransform{Window(Size)}{Literals.Integer(Weight[2])}x{Literals.Integer(Weight.Inner)}";

    public override string Summary =>
        $"The gradient u of the transformed weight, for some of its {Weight[2]} input channels, and {Weight.Inner} output channels, becomes the weight's: Gᵀ·u·G for each pair.";

    public override string Parameters => "ref float transformed, ref float gradient, int begin, int end";

    public override void EmitBody(MethodContext context)
    {
        WinogradSize size = Size;
        var transforms = new WinogradTransforms(context, Dialect, size);
        CodeWriter writer = context.Writer;
        using (writer.Open("for (int channel = begin; channel < end; channel++)"))
        using (writer.Open($"for (int output = 0; output < {Literals.Integer(Dialect.Extent(Weight))}; output += {Dialect.Lanes})"))
        {
            writer.Line($"ref float source = ref {VectorDialect.Element("transformed", Place(Transformed))};");
            writer.Line($"ref float target = ref {VectorDialect.Element("gradient", Place(Weight))};");
            writer.Line("// Gᵀ·u: each column of places.");
            string[][] columns = [.. Enumerable.Range(0, Pixels).Select(column => Locals("column" + column, transforms.WeightGradient(
                [.. Enumerable.Range(0, Pixels).Select(row => transforms.Local(
                    "u" + row, Dialect.Load("source", (row * Transformed.Stride(0)) + (column * Transformed.Stride(1)))))])))];
            writer.Line("// (Gᵀ·u)·G: each row of it.");
            for (int row = 0; row < size.Window; row++)
            {
                string[] line = transforms.WeightGradient([.. columns.Select(column => column[row])]);
                for (int column = 0; column < line.Length; column++)
                    writer.Line(Dialect.Store(line[column], "target", (row * Weight.Stride(0)) + (column * Weight.Stride(1))));
            }
        }

        string[] Locals(string name, string[] values) => [.. values.Select(value => transforms.Local(name, value))];
    }

    private static IndexExpression Place(TensorShape shape) => (IndexExpression)"channel" * shape.Stride(2) + "output";
}
