using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints sums over the batch. Work is split over places in the sample, sixteen floats an item, and each place is summed in
/// the samples' order, so the result does not depend on the number of workers.
/// </summary>
internal static class BatchSumEmitter
{
    public static int WorkItems(BatchSum sum) =>
        TensorShape.RoundUp(sum.Shape.Rows * sum.Shape.PaddedInner) / TensorShape.Alignment;

    public static void Emit(KernelContext context)
    {
        var anchor = (BatchSum)context.Group.Anchor!;
        TensorShape shape = anchor.Shape;
        VectorDialect dialect = context.Dialect.Dividing(shape.PaddedInner);
        CodeWriter writer = context.Writer;
        int total = shape.Rows * shape.PaddedInner;
        context.DeclareReferences();
        writer.Line($"int last = global::System.Math.Min(end * {TensorShape.Alignment}, {Literals.Integer(total)});");
        string step = dialect.IsScalar ? "i++" : $"i += {Literals.Integer(dialect.Lanes)}";
        using (writer.Open($"for (int i = begin * {TensorShape.Alignment}; i < last; {step})"))
        {
            if (dialect.IsScalar && shape.PaddedInner > shape.Inner)
            {
                writer.Line($"if (i % {Literals.Integer(shape.PaddedInner)} >= {Literals.Integer(shape.Inner)})");
                writer.Line("    continue;");
            }

            writer.Line($"{dialect.Type} sum = {dialect.Zero};");
            using (writer.Open("for (int sample = 0; sample < workspace.Samples; sample++)"))
            {
                context.DeclareSampleReferences("sample");
                var element = new ElementEmitter(context, dialect, new Place(shape, context.Group.Members));
                writer.Line($"sum += {element.Value(anchor.Operands[0])};");
            }

            var epilogue = new ElementEmitter(context, dialect, new Place(shape, context.Group.Members));
            epilogue.Set(anchor, "sum");
            foreach (Tensor stored in context.Group.Stored)
                epilogue.Store(stored);
        }
    }

    private sealed class Place(TensorShape space, IReadOnlyList<Tensor> group) : IElementPlace
    {
        public string? TailMask => null;

        public IndexExpression ElementIndex => "i";

        public string Sample => "sample";

        public bool Computes(Tensor tensor) => group.Contains(tensor);

        public IndexExpression Index(Tensor tensor) => IsScalar(tensor) ? 0 : "i";

        public bool IsScalar(Tensor tensor) => tensor.Shape.Count == 1 && space.Count > 1;

        public string IsLabel(VectorDialect dialect) => dialect.IsLabel("workspace.Labels[sample]", "i");

        public string ByColumn(VectorDialect dialect, string reference) =>
            throw new InvalidOperationException("numbers of columns belong to losses, which are rows");
    }
}
