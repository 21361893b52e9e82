using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints Map and Row groups: for each row the passes that its Reduces need, one after the other, while the row is in the
/// cache. Without a Reduce there is one pass, over all elements.
/// </summary>
internal sealed class RowsEmitter
{
    private static readonly string[] LoopNames = ["y", "x", "z", "w"];

    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly TensorShape space;
    private readonly TensorShape reducedSpace;
    private readonly IReadOnlyList<LoopAxis> axes;
    private readonly Dictionary<Tensor, int> ready = [];
    private readonly Dictionary<Tensor, string> reducedValues = [];
    private readonly bool innerIsReduced;

    /// <summary>
    /// Whether the padding of rows is set to zero: where sums run along the row, and where a gradient gets a value that the
    /// whole row shares, which would otherwise stand in the padding too.
    /// </summary>
    private readonly bool masksPadding;
    private string? tailMask;
    private IndexExpression? keptInner;
    private RowPart keptPart;

    private RowsEmitter(KernelContext context)
    {
        this.context = context;
        space = context.Group.Space;
        IReadOnlyList<int> reducedAxes = context.Group.ReducedAxes;
        reducedSpace = space.Reduced(reducedAxes);
        innerIsReduced = reducedAxes.Contains(space.Rank - 1);
        masksPadding = innerIsReduced
            || (context.Group.IsBackward && space.PaddedInner > space.Inner && space.Inner > 1
                && context.Group.Loaded.Any(tensor => tensor.Shape.Inner == 1));
        bool keepInner = context.Group.Members.Concat(context.Group.Members.SelectMany(InlineOperands))
            .Any(m => m is Map map && map.Body.Contains(part => part is IsLabel));
        Tensor[] tensors = [.. context.Group.Loaded.Concat(context.Group.Stored).Distinct()];
        VectorDialect byRow = context.Dialect.Dividing(space.PaddedInner);
        IReadOnlyList<LoopAxis> rows = LoopAxis.Of(space, reducedAxes, tensors, context.Dialect, keepInner || masksPadding);

        // All elements of a sample in one loop may run into the padding behind the sample.
        if (rows.Count == 1 && !context.Dialect.IsScalar && !masksPadding && !keepInner && tensors.All(t => t.Shape.SameSizes(space)))
        {
            int extent = space.IsBatched ? space.SampleStride : TensorShape.RoundUp(space.Rows * space.PaddedInner);
            rows = [new LoopAxis(extent, false, true, rows[0].Strides, 1, 0)];
            byRow = context.Dialect;
        }
        else if (rows[rows.Count - 1] is { IsReduced: false } inner)
        {
            byRow = context.Dialect.Dividing(inner.Size);
            if (byRow.IsScalar)
                rows = LoopAxis.Of(space, reducedAxes, tensors, VectorDialect.Scalar, keepInner || masksPadding);
        }

        dialect = byRow;
        axes = rows;
        foreach (Tensor member in context.Group.Members)
            ready[member] = Ready(member);
    }

    public static void Emit(KernelContext context)
    {
        var emitter = new RowsEmitter(context);
        context.DeclareReferences();
        emitter.EmitSamples();
    }

    private static IEnumerable<Tensor> InlineOperands(Tensor node) => node.Operands.OfType<Map>().SelectMany(m => InlineOperands(m).Prepend(m));

    private void EmitSamples()
    {
        if (masksPadding && !dialect.IsScalar && space.Inner % dialect.Lanes != 0)
        {
            tailMask = context.Fresh("tail");
            context.Writer.Line($"{dialect.Type} {tailMask} = {dialect.FirstLanes(space.Inner % dialect.Lanes)};");
        }

        if (!space.IsBatched)
        {
            EmitKept(0);
            return;
        }

        using (context.Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            EmitKept(0);
        }
    }

    /// <summary>Loops over the axes that no Reduce removes, then the passes.</summary>
    private void EmitKept(int index)
    {
        if (index == axes.Count)
        {
            reducedValues.Clear();
            EmitPasses();
            return;
        }

        LoopAxis axis = axes[index];
        if (axis.IsReduced)
        {
            EmitKept(index + 1);
            return;
        }

        if (axis.IsInner && masksPadding && !dialect.IsScalar)
        {
            EmitInner(axis, (inner, part) =>
            {
                (keptInner, keptPart) = (inner, part);
                EmitKept(index + 1);
                (keptInner, keptPart) = (null, RowPart.Whole);
            });
            return;
        }

        using (OpenLoop(axis, axis.IsInner ? dialect.Lanes : 1, axis.Size))
            EmitKept(index + 1);
    }

    /// <summary>Along a row: whole vectors, the one in which the row ends, and the padding behind it.</summary>
    private void EmitInner(LoopAxis axis, Action<IndexExpression, RowPart> body)
    {
        int whole = space.Inner / dialect.Lanes * dialect.Lanes;
        if (whole > 0)
            using (OpenLoop(axis, dialect.Lanes, whole))
                body(axis.Variable, RowPart.Whole);
        if (whole < space.Inner)
            using (context.Writer.Open())
                body(whole, RowPart.Tail);
        for (int beyond = TensorShape.RoundUpTo(space.Inner, dialect.Lanes); beyond < dialect.Extent(space); beyond += dialect.Lanes)
            body(beyond, RowPart.Padding);
    }

    private CodeWriter.Block OpenLoop(LoopAxis axis, int step, int end)
    {
        string variable = context.Fresh(axis.IsInner ? "i" : LoopNames[Math.Min(IndexOf(axis), LoopNames.Length - 1)]);
        axis.Variable = variable;
        string increment = step == 1 ? variable + "++" : $"{variable} += {Literals.Integer(step)}";
        return context.Writer.Open($"for (int {variable} = 0; {variable} < {Literals.Integer(end)}; {increment})");
    }

    private int IndexOf(LoopAxis axis) => axes.Select((a, i) => (a, i)).First(pair => pair.a == axis).i;

    private void EmitPasses()
    {
        int passes = context.Group.Members.Where(m => !IsReducedLevel(m)).Select(m => ready[m])
            .Concat(context.Group.Members.OfType<Reduce>().Select(r => ready[r] - 1))
            .DefaultIfEmpty(-1).Max() + 1;
        for (int pass = 0; pass <= passes; pass++)
        {
            EmitReducedLevel(pass);
            if (pass < passes)
                EmitPass(pass);
        }
    }

    /// <summary>Values that a row has once: from the Reduces of the passes so far.</summary>
    private void EmitReducedLevel(int pass)
    {
        Tensor[] members = [.. context.Group.Members.Where(m => m is Map && IsReducedLevel(m) && ready[m] == pass)];
        if (members.Length == 0)
            return;
        VectorDialect level = innerIsReduced ? VectorDialect.Scalar : dialect;
        var place = new Place(this, reducedLevel: true, mask: null, inner: keptInner);
        var emitter = new ElementEmitter(context, level, place);
        foreach (KeyValuePair<Tensor, string> pair in reducedValues)
            emitter.Set(pair.Key, pair.Value);
        foreach (Tensor member in members)
        {
            reducedValues[member] = emitter.Value(member);
            if (context.Group.Stored.Contains(member))
                emitter.Store(member);
        }
    }

    private void EmitPass(int pass)
    {
        Reduce[] reduces = [.. context.Group.Members.OfType<Reduce>().Where(r => ready[r] - 1 == pass)];
        Tensor[] stored = [.. context.Group.Stored.Where(m => !IsReducedLevel(m) && ready[m] == pass)];
        if (reduces.Length == 0 && stored.Length == 0)
            return;
        var accumulators = new Dictionary<Reduce, string>();
        foreach (Reduce reduce in reduces)
        {
            string name = context.Fresh(context.TensorNames.Of(reduce) + (reduce.Reduction == ReduceOperator.Sum ? "Sum" : "Max"));
            accumulators[reduce] = name;
            string start = reduce.Reduction == ReduceOperator.Sum ? dialect.Zero : dialect.Constant(double.NegativeInfinity);
            context.Writer.Line($"{dialect.Type} {name} = {start};");
        }

        EmitReduced(0, (inner, part) => EmitBody(pass, reduces, stored, accumulators, inner, part));
        foreach (Reduce reduce in reduces)
        {
            if (!innerIsReduced || dialect.IsScalar)
            {
                reducedValues[reduce] = accumulators[reduce];
            }
            else
            {
                string total = context.Fresh(accumulators[reduce] + "OfRow");
                context.Writer.Line(reduce.Reduction == ReduceOperator.Sum
                    ? $"float {total} = {dialect.SumOfLanes(accumulators[reduce])};"
                    : $"float {total} = {dialect.MaxOfLanes(accumulators[reduce])};");
                reducedValues[reduce] = total;
            }

            if (context.Group.Stored.Contains(reduce))
            {
                VectorDialect level = innerIsReduced ? VectorDialect.Scalar : dialect;
                var place = new Place(this, reducedLevel: true, mask: null, inner: keptInner);
                context.Writer.Line(level.Store(reducedValues[reduce], context.Reference(reduce), place.Index(reduce)));
            }
        }
    }

    /// <summary>Loops over the reduced axes around a body that gets the innermost index and the part of the row.</summary>
    private void EmitReduced(int index, Action<IndexExpression?, RowPart> body)
    {
        if (index == axes.Count)
        {
            body(keptInner, keptPart);
            return;
        }

        LoopAxis axis = axes[index];
        if (!axis.IsReduced)
        {
            EmitReduced(index + 1, body);
            return;
        }

        if (!axis.IsInner)
        {
            using (OpenLoop(axis, 1, axis.Size))
                EmitReduced(index + 1, body);
            return;
        }

        EmitInner(axis, body);
    }

    private void EmitBody(
        int pass,
        Reduce[] reduces,
        Tensor[] stored,
        Dictionary<Reduce, string> accumulators,
        IndexExpression? inner,
        RowPart part)
    {
        var place = new Place(this, reducedLevel: false, part == RowPart.Tail ? tailMask : null, inner) { Pass = pass };
        if (part == RowPart.Padding)
        {
            foreach (Tensor member in stored)
                context.Writer.Line(dialect.Store(dialect.Zero, context.Reference(member), place.Index(member)));
            return;
        }

        var emitter = new ElementEmitter(context, dialect, place);
        foreach (KeyValuePair<Tensor, string> pair in reducedValues)
            emitter.Set(pair.Key, innerIsReduced ? dialect.Create(pair.Value) : pair.Value);
        foreach (Reduce reduce in reduces)
        {
            bool sum = reduce.Reduction == ReduceOperator.Sum;
            string value = emitter.Value(reduce.Operands[0]);
            if (place.TailMask is { } mask)
                value = dialect.Select(mask, value, sum ? dialect.Zero : dialect.Constant(double.NegativeInfinity));
            string accumulator = accumulators[reduce];
            context.Writer.Line($"{accumulator} = {(sum ? $"{accumulator} + {value}" : dialect.Max(accumulator, value))};");
        }

        foreach (Tensor member in stored)
            emitter.Store(member);
    }

    private bool IsReducedLevel(Tensor member) =>
        context.Group.ReducedAxes.Count > 0 && member.Shape.SameSizes(reducedSpace);

    /// <summary>
    /// The first pass in which a member of the full space can be computed; for a value that a row has once, the number of
    /// passes that must be done before.
    /// </summary>
    private int Ready(Tensor member)
    {
        int operands = member.Operands.Select(o => ready.TryGetValue(o, out int known) ? known : o is Map m && IsInline(m) ? Ready(m) : 0)
            .DefaultIfEmpty(0).Max();
        return member is Reduce ? operands + 1 : operands;
    }

    private bool IsInline(Map map) => !context.HasReference(map);

    /// <summary>Where in a row a vector lies.</summary>
    private enum RowPart
    {
        Whole,
        Tail,
        Padding,
    }

    private sealed class Place(RowsEmitter rows, bool reducedLevel, string? mask, IndexExpression? inner) : IElementPlace
    {
        public int Pass { get; init; } = int.MaxValue;

        public string? TailMask => mask;

        public IndexExpression InnerIndex => Innermost;

        public string Sample => rows.space.IsBatched ? "sample" : "0";

        public string Label => $"workspace.Labels[{(IndexExpression)"sample" * rows.space.Rows + Sum(axis => axis.RowStride)}]";

        public IndexExpression ElementIndex => Sum(axis => axis.ElementStride);

        private IndexExpression Innermost => inner ?? rows.axes[rows.axes.Count - 1].Variable;

        public bool Computes(Tensor tensor) =>
            rows.ready.TryGetValue(tensor, out int first) && (rows.IsReducedLevel(tensor) || first >= Pass || reducedLevel);

        public IndexExpression Index(Tensor tensor) => Sum(axis => axis.Strides[tensor]);

        public bool IsScalar(Tensor tensor) =>
            (reducedLevel && rows.innerIsReduced) || (rows.axes[rows.axes.Count - 1] is { IsInner: true } axis && axis.Strides[tensor] == 0);

        private IndexExpression Sum(Func<LoopAxis, int> stride)
        {
            IndexExpression sum = IndexExpression.Zero;
            foreach (LoopAxis axis in rows.axes)
            {
                if (reducedLevel && axis.IsReduced)
                    continue;
                IndexExpression variable = axis.IsInner ? Innermost : axis.Variable;
                sum += variable * stride(axis);
            }

            return sum;
        }
    }
}
