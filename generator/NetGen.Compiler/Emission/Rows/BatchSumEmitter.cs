using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints sums over the batch. Work is split over places in the sample, sixteen floats an item, and each place is summed in
/// the samples' order, so the result does not depend on the number of workers. Four samples at a time have a sum each: one
/// addition does not wait for the other.
/// </summary>
internal static class BatchSumEmitter
{
    private const int SamplesAtOnce = 4;

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

            string[] sums = [.. Enumerable.Range(0, SamplesAtOnce).Select(sample => context.Fresh("sum" + sample))];
            foreach (string sum in sums)
                writer.Line($"{dialect.Type} {sum} = {dialect.Zero};");
            writer.Line("int sample = 0;");
            using (writer.Open($"for (; sample + {SamplesAtOnce} <= workspace.Samples; sample += {SamplesAtOnce})"))
                Add(sums);
            using (writer.Open("for (; sample < workspace.Samples; sample++)"))
                Add(sums[0]);

            string all = context.Fresh("sum");
            writer.Line($"{dialect.Type} {all} = {string.Join(" + ", sums)};");
            var epilogue = new ElementEmitter(context, dialect, new Place(shape, context.Group.Members, 0));
            epilogue.Set(anchor, all);
            foreach (Tensor stored in context.Group.Stored)
                epilogue.Store(stored);
        }

        void Add(params string[] sums)
        {
            context.DeclareSampleReferences("sample");
            for (int sample = 0; sample < sums.Length; sample++)
            {
                var element = new ElementEmitter(context, dialect, new Place(shape, context.Group.Members, sample));
                writer.Line($"{sums[sample]} += {element.Value(anchor.Operands[0])};");
            }
        }
    }

    /// <param name="space">The shape of the sum.</param>
    /// <param name="group">What the method computes.</param>
    /// <param name="ahead">How many samples behind the one to which the references point.</param>
    private sealed class Place(TensorShape space, IReadOnlyList<Tensor> group, int ahead) : IElementPlace
    {
        public string? TailMask => null;

        public IndexExpression ElementIndex => "i";

        public string Sample => ahead == 0 ? "sample" : $"sample + {Literals.Integer(ahead)}";

        public bool Computes(Tensor tensor) => group.Contains(tensor);

        public IndexExpression Index(Tensor tensor) =>
            (IsScalar(tensor) ? 0 : (IndexExpression)"i") + (tensor.Shape.IsBatched ? ahead * tensor.Shape.SampleStride : 0);

        public bool IsScalar(Tensor tensor) => tensor.Shape.Count == 1 && space.Count > 1;

        public string IsLabel(VectorDialect dialect) => dialect.IsLabel($"workspace.Labels[{Sample}]", "i");

        public string ByColumn(VectorDialect dialect, string reference) =>
            throw new InvalidOperationException("numbers of columns belong to losses, which are rows");
    }
}
