using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints Map and Row groups whose rows are short, as those of a loss over ten classes, vectorised over the batch: the rows of as many
/// samples as a vector has lanes are transposed, so that a vector holds one column of them. Sums along a row then add vectors, and what a
/// row has once is computed for all of them together: a row by itself would wait for one sum, exponential and logarithm after the other.
/// What takes long and is wanted by several passes is computed once, and lies beside the columns until the next block. The last block of
/// a batch may have fewer rows; its other lanes count for nothing.
/// </summary>
internal sealed class BatchLaneRowsEmitter
{
    private readonly KernelContext context;
    private readonly Dialect dialect;
    private readonly CodeWriter writer;
    private readonly TensorShape space;
    private readonly RowPasses passes;
    private readonly string first;
    private readonly string classes;

    /// <summary>What a row has once: a lane for each row.</summary>
    private readonly Dictionary<Tensor, string> valuesOfRow = [];

    /// <summary>What several passes want: where its columns lie.</summary>
    private readonly Dictionary<Tensor, string> kept = [];

    /// <summary>Which of them a pass before has computed.</summary>
    private readonly HashSet<Tensor> there = [];

    private BatchLaneRowsEmitter(KernelContext context)
    {
        this.context = context;
        dialect = Dialect.Vectors;
        writer = context.Writer;
        space = context.Group.Space;
        passes = new RowPasses(context.Group);
        first = context.Fresh("first");
        classes = context.Fresh("classes");
        foreach (Tensor tensor in Enumerable.Range(0, passes.Count).SelectMany(Costly).GroupBy(map => map)
                .Where(uses => uses.Count() > 1).Select(uses => uses.Key))
            kept[tensor] = context.Fresh(TensorNames.Of(tensor) + "Columns");
    }

    public static void Emit(KernelContext context)
    {
        var emitter = new BatchLaneRowsEmitter(context);
        context.DeclareReferences();
        emitter.EmitBlocks();
    }

    private IReadOnlyList<Tensor> Transposed =>
        [.. context.Group.Loaded.Concat(context.Group.Stored).Where(t => t.Shape.IsBatched).Distinct()];

    private bool ReadsLabels => context.Group.Maps.Any(map => map.Body.Contains(part => part is IsLabel));

    private void EmitBlocks()
    {
        const int MostLanes = TensorShape.Alignment;
        string columns = context.Fresh("columns");
        string samples = context.Fresh("samples");
        int vectors = Transposed.Sum(tensor => tensor.Shape.PaddedInner) + (kept.Count * space.Inner) + (ReadsLabels ? 1 : 0);
        writer.Line("// A lane for each sample: a vector holds one column of as many rows as it has lanes.");
        writer.Line($"ref float {columns} = ref StackScratch.Aligned(stackalloc float[{Literals.Integer((vectors + 1) * MostLanes)}]);");
        int offset = 0;
        foreach (Tensor tensor in Transposed)
            Declare(context.Reference(tensor), tensor.Shape.PaddedInner);
        foreach (string columnsOfKept in kept.Values)
            Declare(columnsOfKept, space.Inner);
        string labels = ReadsLabels ? context.Fresh("labels") : "";
        if (ReadsLabels)
            Declare(labels, 1);
        EmitOfBatch();
        foreach (Tensor tensor in context.Group.Stored)
            for (int padding = tensor.Shape.Inner; padding < tensor.Shape.PaddedInner; padding++)
                writer.Line(dialect.Store(dialect.Zero, context.Reference(tensor), Dialect.Step * padding));
        using (writer.Open($"for (int {first} = begin; {first} < end; {first} += S.Lanes)"))
        {
            writer.Line($"int {samples} = global::System.Math.Min(S.Lanes, end - {first});");
            foreach (Tensor tensor in context.Group.Loaded.Where(t => t.Shape.IsBatched))
                writer.Line(
                    $"Panel.Transpose(ref {OfBlock(tensor)}, {Stride(tensor)}, "
                    + $"{samples}, {Width(tensor)}, ref {context.Reference(tensor)}, S.Lanes);");
            if (ReadsLabels)
            {
                string lane = context.Fresh("lane");
                string own = context.Fresh("ownLabels");
                writer.Line($"global::System.ReadOnlySpan<int> {own} = workspace.Labels.Slice({first}, {samples});");
                writer.Line($"for (int {lane} = 0; {lane} < {samples}; {lane}++)");
                writer.Line($"    Unsafe.Add(ref {labels}, {lane}) = {own}[{lane}];");
                writer.Line($"V {classes} = S.Load(ref {labels});");
            }

            for (int pass = 0; pass <= passes.Count; pass++)
            {
                EmitBeforePass(pass);
                if (pass < passes.Count)
                    EmitPass(pass);
            }

            foreach (Tensor tensor in context.Group.Stored)
                writer.Line(
                    $"Panel.Transpose(ref {context.Reference(tensor)}, S.Lanes, {Width(tensor)}, "
                    + $"{samples}, ref {OfBlock(tensor)}, {Stride(tensor)});");
        }

        void Declare(string name, int rows)
        {
            writer.Line($"ref float {name} = ref {Dialect.Element(columns, Dialect.Step * offset)};");
            offset += rows;
        }
    }

    /// <summary>What is the same for all rows, from the number of samples or labels alone, as the divisor of a mean.</summary>
    private void EmitOfBatch()
    {
        ElementEmitter emitter = Element(new Place(this, null));
        foreach (Tensor map in Enumerable.Range(0, passes.Count).SelectMany(Wanted).Distinct())
            if (map is Map { Operands.Count: 0, Body: not Constant } filled
                && !filled.Body.Contains(part => part is OfColumn)
                && !context.Group.Stored.Contains(map))
                valuesOfRow[map] = emitter.Value(map);
    }

    private void EmitBeforePass(int pass)
    {
        IReadOnlyList<Tensor> members = passes.BeforePass(pass);
        if (members.Count == 0)
            return;
        ElementEmitter emitter = Element(new Place(this, null));
        foreach (Tensor member in members)
        {
            valuesOfRow[member] = emitter.Value(member);
            if (context.Group.Stored.Contains(member))
                emitter.Store(member);
        }
    }

    private void EmitPass(int pass)
    {
        IReadOnlyList<Reduce> reduces = passes.Reduces(pass);
        IReadOnlyList<Tensor> stored = passes.Stored(pass);
        if (reduces.Count == 0 && stored.Count == 0)
            return;
        var accumulators = new List<string>();
        foreach (Reduce reduce in reduces)
        {
            bool isSum = reduce.Reduction == ReduceOperator.Sum;
            accumulators.Add(context.Fresh(TensorNames.Of(reduce) + (isSum ? "Sum" : "Max")));
            string start = isSum ? dialect.Zero : dialect.Constant(double.NegativeInfinity);
            writer.Line($"{dialect.Type} {accumulators[accumulators.Count - 1]} = {start};");
        }

        string column = context.Fresh("i");
        using (writer.Open($"for (int {column} = 0; {column} < {Literals.Integer(space.Inner)}; {column}++)"))
        {
            ElementEmitter emitter = Element(new Place(this, column) { Pass = pass });
            IndexExpression place = Column(column);
            Tensor[] costly = [.. Costly(pass).Where(kept.ContainsKey)];
            foreach (Tensor tensor in costly.Where(there.Contains))
                emitter.SetLoaded(tensor, dialect.Load(kept[tensor], place));
            foreach ((Reduce reduce, string accumulator) in reduces.Zip(accumulators, (reduce, accumulator) => (reduce, accumulator)))
            {
                string value = emitter.Value(reduce.Operands[0]);
                string joined = reduce.Reduction == ReduceOperator.Sum ? dialect.Add(accumulator, value) : dialect.Max(accumulator, value);
                writer.Line($"{accumulator} = {joined};");
            }

            foreach (Tensor member in stored)
                emitter.Store(member);
            foreach (Tensor tensor in costly.Where(there.Add))
                writer.Line(dialect.Store(emitter.Value(tensor), kept[tensor], place));
        }

        foreach ((Reduce reduce, string accumulator) in reduces.Zip(accumulators, (reduce, accumulator) => (reduce, accumulator)))
        {
            valuesOfRow[reduce] = accumulator;
            if (context.Group.Stored.Contains(reduce))
                writer.Line(dialect.Store(accumulator, context.Reference(reduce), 0));
        }
    }

    private ElementEmitter Element(Place place)
    {
        var emitter = new ElementEmitter(context, dialect, place);
        foreach (KeyValuePair<Tensor, string> pair in valuesOfRow)
            emitter.Set(pair.Key, pair.Value);
        return emitter;
    }

    /// <summary>What a pass wants that is neither in memory nor known from the passes before.</summary>
    private IReadOnlyCollection<Tensor> Wanted(int pass)
    {
        var wanted = new HashSet<Tensor>();
        foreach (Tensor root in passes.Reduces(pass).Select(reduce => reduce.Operands[0]).Concat(passes.Stored(pass)))
            Visit(root);
        return wanted;

        void Visit(Tensor node)
        {
            if (node is Map && (passes.Computes(node, pass) || !context.HasReference(node)) && wanted.Add(node))
                foreach (Tensor operand in node.Operands)
                    Visit(operand);
        }
    }

    /// <summary>Of that, what takes longer than to load it.</summary>
    private IEnumerable<Tensor> Costly(int pass) => Wanted(pass).Where(node =>
        !passes.IsOfRow(node) && node is Map map
        && map.Body.Contains(part => part is Unary { Operator: not UnaryOperator.Negate } or Call { Function.IsCheap: false }));

    /// <summary>The tensor's first row of the block.</summary>
    private string OfBlock(Tensor tensor) =>
        Dialect.Element(KernelContext.Batch(context.Reference(tensor)), $"(nint){first} * {Stride(tensor)}");

    /// <summary>Where a column of the block lies.</summary>
    private static IndexExpression Column(string column) => $"{column} * S.Lanes";

    private static string Stride(Tensor tensor) => Literals.Integer(tensor.Shape.SampleStride);

    private static string Width(Tensor tensor) => Literals.Integer(tensor.Shape.PaddedInner);

    private sealed class Place(BatchLaneRowsEmitter rows, string? column) : IElementPlace
    {
        public int Pass { get; init; } = int.MaxValue;

        public string? TailMask => null;

        public string Sample => throw new InvalidOperationException("dropout belongs to rows that are not transposed");

        public IndexExpression ElementIndex => throw new InvalidOperationException("dropout belongs to rows that are not transposed");

        public bool Computes(Tensor tensor) => column is null ? rows.passes.Contains(tensor) : rows.passes.Computes(tensor, Pass);

        public IndexExpression Index(Tensor tensor) =>
            column is null || tensor.Shape.Inner == 1 ? 0
            : tensor.Shape.IsBatched ? Column(column)
            : column;

        public bool IsScalar(Tensor tensor) => !tensor.Shape.IsBatched;

        public string IsLabel() => Dialect.IsColumn(rows.classes, column!);

        public string ByColumn(Dialect dialect, string reference) => dialect.Create(Dialect.Element(reference, column!));
    }
}
