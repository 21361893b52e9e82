using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>The method that transforms a weight, G·w·Gᵀ, a vector of output channels at a time.</summary>
/// <param name="Dialect">The vector width.</param>
/// <param name="Weight">[row, column, input channel, output channel].</param>
/// <param name="Transformed">The same of places.</param>
internal sealed record WinogradWeightTransform(VectorDialect Dialect, TensorShape Weight, TensorShape Transformed) : WinogradMethod(Dialect)
{
    private WinogradSize Size => new(Weight[0]);

    public override string Name => $"WeightTransform{Window(Size)}{Literals.Integer(Weight[2])}x{Literals.Integer(Weight.Inner)}";

    public override string Summary =>
        $"The weight w for some of its {Weight[2]} input channels, and {Weight.Inner} output channels, transformed: G·w·Gᵀ for each pair.";

    public override string Parameters => "ref float weight, ref float transformed, int begin, int end";

    public override void EmitBody(MethodContext context)
    {
        WinogradSize size = Size;
        var transforms = new WinogradTransforms(context, Dialect, size);
        int outputs = Transformed.PaddedInner;
        CodeWriter writer = context.Writer;
        writer.Line($"global::System.Span<float> memory = stackalloc float[{Literals.Integer((Pixels * size.Window * outputs) + TensorShape.Alignment)}];");
        writer.Line("ref float lines = ref StackScratch.Aligned(memory);");
        using (writer.Open("for (int channel = begin; channel < end; channel++)"))
        {
            writer.Line("// G·w: each column of the window.");
            using (writer.Open($"for (int column = 0; column < {Literals.Integer(size.Window)}; column++)"))
            using (Outputs())
                Store(
                    transforms.Weight(Loaded(
                        "w", "weight", (IndexExpression)"column" * Weight.Stride(1) + Place(Weight), Weight.Stride(0))),
                    "lines",
                    (IndexExpression)"column" * outputs + "output",
                    size.Window * outputs);

            writer.Line();
            writer.Line("// (G·w)·Gᵀ: each row of it. A row of places at a time, since each place lies on pages of its own.");
            using (writer.Open("for (int row = 0; row < 6; row++)"))
            using (Outputs())
                Store(
                    transforms.Weight(Loaded("g", "lines", (IndexExpression)"row" * (size.Window * outputs) + "output", outputs)),
                    "transformed",
                    (IndexExpression)"row" * Transformed.Stride(0) + Place(Transformed),
                    Transformed.Stride(1));
        }

        CodeWriter.Block Outputs() =>
            writer.Open($"for (int output = 0; output < {Literals.Integer(Dialect.Extent(Transformed))}; output += {Dialect.Lanes})");

        string[] Loaded(string name, string reference, IndexExpression start, int step) =>
            [.. Enumerable.Range(0, size.Window).Select(index => transforms.Local(name + index, Dialect.Load(reference, start + (index * step))))];

        void Store(string[] values, string reference, IndexExpression start, int step)
        {
            for (int index = 0; index < values.Length; index++)
                writer.Line(Dialect.Store(values[index], reference, start + (index * step)));
        }
    }

    private static IndexExpression Place(TensorShape shape) => (IndexExpression)"channel" * shape.Stride(2) + "output";
}
