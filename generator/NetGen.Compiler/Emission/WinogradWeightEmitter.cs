using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the transform of a convolution's weight for Winograd's algorithm: G·w·Gᵀ, a vector of output channels at a time.</summary>
internal static class WinogradWeightEmitter
{
    /// <summary>A work item is an input channel.</summary>
    public static int WorkItems(WinogradWeight weight) => weight.Shape[2];

    public static void Emit(KernelContext context)
    {
        var anchor = (WinogradWeight)context.Group.Anchor!;
        Tensor weight = anchor.Operands[0];
        VectorDialect dialect = context.Dialect.Dividing(anchor.Shape.PaddedInner);
        var transforms = new WinogradTransforms(context, dialect);
        int outputs = anchor.Shape.PaddedInner;
        CodeWriter writer = context.Writer;
        context.DeclareReferences();
        writer.Line($"global::System.Span<float> memory = stackalloc float[{Literals.Integer((18 * outputs) + TensorShape.Alignment)}];");
        writer.Line("ref float lines = ref StackScratch.Aligned(memory);");
        using (writer.Open("for (int channel = begin; channel < end; channel++)"))
        {
            writer.Line("// G·w: each column of the window.");
            using (writer.Open("for (int column = 0; column < 3; column++)"))
            using (Outputs())
                Store(
                    transforms.Weight(Loaded(
                        "w", context.Reference(weight), (IndexExpression)"column" * weight.Shape.Stride(1) + Place(weight), weight.Shape.Stride(0))),
                    "lines",
                    (IndexExpression)"column" * outputs + "output",
                    3 * outputs);

            writer.Line();
            writer.Line("// (G·w)·Gᵀ: each row of it. A row of places at a time, since each place lies on pages of its own.");
            using (writer.Open("for (int row = 0; row < 6; row++)"))
            using (Outputs())
                Store(
                    transforms.Weight(Loaded("g", "lines", (IndexExpression)"row" * (3 * outputs) + "output", outputs)),
                    context.Reference(anchor),
                    (IndexExpression)"row" * anchor.Shape.Stride(0) + Place(anchor),
                    anchor.Shape.Stride(1));
        }

        CodeWriter.Block Outputs() =>
            writer.Open($"for (int output = 0; output < {Literals.Integer(dialect.Extent(anchor.Shape))}; output += {dialect.Lanes})");

        string[] Loaded(string name, string reference, IndexExpression start, int step) =>
            [.. Enumerable.Range(0, 3).Select(index => transforms.Local(name + index, dialect.Load(reference, start + (index * step))))];

        void Store(string[] values, string reference, IndexExpression start, int step)
        {
            for (int index = 0; index < values.Length; index++)
                writer.Line(dialect.Store(values[index], reference, start + (index * step)));
        }
    }

    private static IndexExpression Place(Tensor tensor) => (IndexExpression)"channel" * tensor.Shape.Stride(2) + "output";
}
