using System.Text.RegularExpressions;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints Map and Row groups: for each row the passes that its Reduces need, one after the other, while the row is in the
/// cache. Without a Reduce there is one pass, over all elements.
/// </summary>
internal sealed class RowsEmitter
{
    private static readonly string[] LoopNames = ["y", "x", "z", "w"];

    private readonly KernelContext context;
    private readonly Dialect dialect;
    private readonly TensorShape space;
    private readonly IReadOnlyList<LoopAxis> axes;
    private readonly RowPasses passes;
    private readonly bool innerIsReduced;
    private readonly RowSchedule schedule;

    /// <summary>The loops' variables.</summary>
    private readonly Dictionary<LoopAxis, string> variables = [];

    /// <summary>
    /// Whether the padding of rows is set to zero: where sums run along the row, and where a gradient gets a value that the
    /// whole row shares, which would otherwise stand in the padding too.
    /// </summary>
    private readonly bool masksPadding;
    private string? whole;

    /// <summary>Whether the pass that is printed writes elements, whose padding gets zeros.</summary>
    private bool storesElements = true;
    private string? tailMask;

    /// <summary>
    /// The innermost indices of the vectors that are reduced together, while a reduced axis outside of them is walked once
    /// for all; one without an index where the innermost axis itself is reduced.
    /// </summary>
    private Column[] columns = [new(null)];
    private RowPart keptPart;

    /// <summary>Of the pass that is printed, the accumulators of long sums, each with the sum of its blocks.</summary>
    private IReadOnlyList<(string Accumulator, string Blocks)> longSums = [];

    private RowsEmitter(KernelContext context)
    {
        this.context = context;
        dialect = Dialect.Vectors;
        schedule = (RowSchedule)context.Group.Schedule!;
        var loops = RowLoops.Of(context.Group);
        (space, axes, masksPadding) = (context.Group.Space, loops.Axes, loops.MasksPadding);
        passes = new RowPasses(context.Group);
        innerIsReduced = context.Group.ReducedAxes.Contains(space.Rank - 1);
    }

    public static void Emit(KernelContext context)
    {
        var emitter = new RowsEmitter(context);
        context.DeclareReferences();
        emitter.EmitSamples();
    }

    /// <summary>Whether a row ends within a vector.</summary>
    private bool HasTail => space.PaddedInner > space.Inner;

    private void EmitSamples()
    {
        if (masksPadding && HasTail)
        {
            whole = context.Fresh("whole");
            tailMask = $"{Literals.Integer(space.Inner)} - {whole}";
            context.Writer.Line($"int {whole} = {Literals.Integer(space.Inner)} / S.Lanes * S.Lanes;");
        }

        if (!space.IsBatched)
        {
            EmitKept(0);
            return;
        }

        if (schedule.Parts > 1)
        {
            EmitRowsOfSamples();
            return;
        }

        using (context.Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            EmitKept(0);
        }
    }

    /// <summary>One loop over the rows of all samples, which threads share.</summary>
    private void EmitRowsOfSamples()
    {
        string row = context.Fresh("row"), rows = Literals.Integer(schedule.Parts);
        using (context.Writer.Open($"for (int {row} = begin; {row} < end; {row}++)"))
        {
            string ofSample = variables[axes[0]] = context.Fresh(LoopNames[0]);
            context.Writer.Line($"int sample = {row} / {rows}, {ofSample} = {row} - (sample * {rows});");
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            EmitKept(1);
        }
    }

    /// <summary>Loops over the axes that no Reduce removes, then the passes.</summary>
    private void EmitKept(int index)
    {
        if (index == axes.Count)
        {
            foreach (Column column in columns)
                column.Values.Clear();
            EmitPasses();
            return;
        }

        LoopAxis axis = axes[index];
        if (axis.IsReduced)
        {
            EmitKept(index + 1);
            return;
        }

        if (axis.IsInner && masksPadding)
        {
            EmitInner(axis, turnsOfBlock: 0, (inner, part) => EmitColumns([inner], part));
            return;
        }

        if (axis.IsInner && context.Group.ReducedAxes.Count > 0)
        {
            EmitBlocks(axis, EmitColumns);
            return;
        }

        using (OpenLoop(axis, axis.IsInner ? Dialect.Step : 1, 0, axis.Size))
            EmitKept(index + 1);

        void EmitColumns(IndexExpression[] inner, RowPart part)
        {
            (columns, keptPart) = ([.. inner.Select(place => new Column(place))], part);
            EmitKept(index + 1);
            (columns, keptPart) = ([new(null)], RowPart.Whole);
        }
    }

    /// <summary>
    /// Goes along what is not reduced with several vectors at a time: as many as the widest ones
    /// divide what is left by. So no loop has a remainder at any width.
    /// </summary>
    private void EmitBlocks(LoopAxis axis, Action<IndexExpression[], RowPart> body)
    {
        int widest = VectorWidth.Widest.Lanes;
        int most = schedule.Vectors;
        for (int start = 0; start < axis.Size;)
        {
            int vectors = Math.Max(1, Math.Min(most, (axis.Size - start) / widest));
            int length = axis.Size - start < widest ? axis.Size - start : (axis.Size - start) / (vectors * widest) * (vectors * widest);
            using (OpenLoop(axis, Dialect.Step * vectors, start, start + length))
                body(
                    [.. Enumerable.Range(0, vectors).Select(vector => (IndexExpression)variables[axis] + Dialect.Step * vector)],
                    RowPart.Whole);
            start += length;
        }
    }

    /// <summary>Along a row: whole vectors, the one in which the row ends, and the padding behind it.</summary>
    private void EmitInner(LoopAxis axis, int turnsOfBlock, Action<IndexExpression, RowPart> body)
    {
        EmitLoop(axis, Dialect.Step, HasTail ? whole! : space.Inner, turnsOfBlock, () => body(variables[axis], RowPart.Whole));
        if (!HasTail)
            return;
        using (context.Writer.Open($"if ({whole} < {Literals.Integer(space.Inner)})"))
            body(whole!, RowPart.Tail);
        if (!storesElements)
            return;
        string inner = Literals.Integer(space.Inner);
        using (OpenLoop(axis, Dialect.Step, $"({inner} + S.Lanes - 1) / S.Lanes * S.Lanes", space.PaddedInner))
            body(variables[axis], RowPart.Padding);
    }

    private CodeWriter.Block OpenLoop(LoopAxis axis, IndexExpression step, IndexExpression start, IndexExpression end)
    {
        string variable = context.Fresh(axis.IsInner ? "i" : LoopNames[Math.Min(IndexOf(axis), LoopNames.Length - 1)]);
        variables[axis] = variable;
        string increment = step is { IsConstant: true, Constant: 1 } ? variable + "++" : $"{variable} += {step}";
        return context.Writer.Open($"for (int {variable} = {start}; {variable} < {end}; {increment})");
    }

    private int IndexOf(LoopAxis axis) => axes.Select((a, i) => (a, i)).First(pair => pair.a == axis).i;

    private void EmitPasses()
    {
        for (int pass = 0; pass <= passes.Count; pass++)
        {
            EmitReducedLevel(pass);
            if (pass < passes.Count)
                EmitPass(pass);
        }
    }

    /// <summary>Values that a row has once: from the Reduces of the passes so far.</summary>
    private void EmitReducedLevel(int pass)
    {
        IReadOnlyList<Tensor> members = passes.BeforePass(pass);
        if (members.Count == 0)
            return;
        foreach (Column column in columns)
        {
            var place = new Place(this, reducedLevel: true, mask: null, inner: column.Inner);
            var emitter = new ElementEmitter(context, Level, place);
            foreach (KeyValuePair<Tensor, string> pair in column.Values)
                emitter.Set(pair.Key, pair.Value);
            foreach (Tensor member in members)
            {
                column.Values[member] = emitter.Value(member);
                if (context.Group.Stored.Contains(member))
                    emitter.Store(member);
            }
        }
    }

    /// <summary>How a value is written that a row has once.</summary>
    private Dialect Level => innerIsReduced ? Dialect.Floats : dialect;

    private void EmitPass(int pass)
    {
        IReadOnlyList<Reduce> reduces = passes.Reduces(pass);
        IReadOnlyList<Tensor> stored = passes.Stored(pass);
        if (reduces.Count == 0 && stored.Count == 0)
            return;
        var accumulators = new Dictionary<(Column Column, Reduce Reduce), string>();
        foreach (Column column in columns)
            foreach (Reduce reduce in reduces)
            {
                string name = context.Fresh(TensorNames.Of(reduce) + (reduce.Reduction == ReduceOperator.Sum ? "Sum" : "Max"));
                accumulators[(column, reduce)] = name;
                string start = reduce.Reduction == ReduceOperator.Sum ? dialect.Zero : dialect.Constant(double.NegativeInfinity);
                context.Writer.Line($"{dialect.Type} {name} = {start};");
            }

        longSums = schedule.Blocks is not null
            ? [.. accumulators.Where(pair => pair.Key.Reduce.Reduction == ReduceOperator.Sum)
                .Select(pair => (pair.Value, context.Fresh(pair.Value + "OfBlocks")))]
            : [];
        foreach ((_, string blocks) in longSums)
            context.Writer.Line($"CascadeSum<S, V> {blocks} = default;");
        storesElements = stored.Count > 0;
        EmitReduced(0, (inner, part) =>
        {
            if (columns.Length > 1)
                EmitColumnCalls(pass, reduces, stored, accumulators);
            else
                EmitBody(
                    context, pass, reduces, stored, columns[0],
                    reduce => accumulators[(columns[0], reduce)], columns[0].Inner ?? inner, part);
        });
        foreach ((string accumulator, string blocks) in longSums)
            context.Writer.Line($"{accumulator} = {dialect.Add(blocks + ".Value", accumulator)};");
        longSums = [];
        foreach (Column column in columns)
            foreach (Reduce reduce in reduces)
                EmitResult(column, reduce, accumulators[(column, reduce)]);
    }

    private void EmitEndOfBlock()
    {
        foreach ((string accumulator, string blocks) in longSums)
        {
            context.Writer.Line($"{blocks}.Add({accumulator});");
            context.Writer.Line($"{accumulator} = {dialect.Zero};");
        }
    }

    /// <summary>A loop over a reduced axis. After so many turns a block of long sums ends, if it is not 0.</summary>
    private void EmitLoop(LoopAxis axis, IndexExpression step, IndexExpression end, int turnsOfBlock, Action body)
    {
        if (turnsOfBlock <= 1)
        {
            using (OpenLoop(axis, step, 0, end))
            {
                body();
                if (turnsOfBlock == 1)
                    EmitEndOfBlock();
            }

            return;
        }

        (string block, string last) = (context.Fresh("block"), context.Fresh("last"));
        using (context.Writer.Open($"for (int {block} = 0; {block} < {end}; {block} += {step * turnsOfBlock})"))
        {
            context.Writer.Line($"int {last} = global::System.Math.Min({end}, {(IndexExpression)block + (step * turnsOfBlock)});");
            using (OpenLoop(axis, step, block, last))
                body();
            EmitEndOfBlock();
        }
    }

    /// <summary>The value of a Reduce, from its accumulator: the lanes joined where they belong to one row.</summary>
    private void EmitResult(Column column, Reduce reduce, string accumulator)
    {
        column.Values[reduce] = accumulator;
        if (innerIsReduced)
        {
            string total = context.Fresh(accumulator + "OfRow");
            string joined = reduce.Reduction == ReduceOperator.Sum ? Dialect.SumOfLanes(accumulator) : Dialect.MaxOfLanes(accumulator);
            context.Writer.Line($"float {total} = {joined};");
            column.Values[reduce] = total;
        }

        if (context.Group.Stored.Contains(reduce))
        {
            var place = new Place(this, reducedLevel: true, mask: null, inner: column.Inner);
            context.Writer.Line(Level.Store(column.Values[reduce], context.Reference(reduce), place.Index(reduce)));
        }
    }

    /// <summary>Loops over the reduced axes around a body that gets the innermost index and the part of the row.</summary>
    private void EmitReduced(int index, Action<IndexExpression?, RowPart> body)
    {
        if (index == axes.Count)
        {
            body(null, keptPart);
            return;
        }

        LoopAxis axis = axes[index];
        if (!axis.IsReduced)
        {
            EmitReduced(index + 1, body);
            return;
        }

        int turnsOfBlock = longSums.Count > 0 && schedule.Blocks is { } blocks && blocks.Axis == index ? blocks.Turns : 0;
        if (axis.IsInner)
        {
            EmitInner(axis, turnsOfBlock, body);
            return;
        }

        EmitLoop(axis, 1, axis.Size, turnsOfBlock, () => EmitReduced(index + 1, body));
    }

    /// <summary>What happens to a vector of each column: one method, which the JIT inlines for each of them.</summary>
    private void EmitColumnCalls(
        int pass, IReadOnlyList<Reduce> reduces, IReadOnlyList<Tensor> stored,
        IReadOnlyDictionary<(Column Column, Reduce Reduce), string> accumulators)
    {
        var scratch = new CodeWriter();
        ColumnMethod method = Print(context.Again(scratch));
        string body = scratch.ToString();
        string name = $"{context.Group.Name}Column{(context.Behind.Count == 0 ? "" : Literals.Integer(context.Behind.Count + 1))}";
        (string Type, string Name)[] parameters = [.. method.Parameters.Where(parameter => Regex.IsMatch(body, $@"\b{parameter.Name}\b"))];
        context.Behind.Add(() =>
        {
            CodeWriter writer = context.Writer;
            writer.Line();
            writer.Line("// What happens to one vector of a row.");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Open(
                $"private static void {name}("
                + $"{string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})"))
                foreach (string line in body.TrimEnd('\n').Split('\n'))
                    writer.Line(line);
        });
        foreach (Column column in columns)
        {
            var arguments = new Dictionary<string, string> { [method.Inner] = column.Inner!.ToString() };
            foreach (KeyValuePair<Tensor, string> value in method.Values)
                arguments[value.Value] = column.Values[value.Key];
            foreach (KeyValuePair<Reduce, string> accumulator in method.Accumulators)
                arguments[accumulator.Value] = accumulators[(column, accumulator.Key)];
            context.Writer.Line($"{name}({string.Join(", ", parameters.Select(parameter =>
                (parameter.Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "")
                + (arguments.TryGetValue(parameter.Name, out string? argument) ? argument : parameter.Name)))});");
        }

        // Names that the method has in common with its caller are those of references, keys and loops.
        ColumnMethod Print(KernelContext target)
        {
            var known = new List<(string Type, string Name)> { ("Workspace", "workspace"), ("int", "sample") };
            known.AddRange(context.DropoutSites.Select(site => ("uint", target.NameDropoutKey(site))));
            known.AddRange(axes.Where(axis => variables.ContainsKey(axis) && !axis.IsInner)
                .Select(axis => ("int", target.Fresh(variables[axis]))));
            string inner = target.Fresh("column");
            known.Add(("int", inner));
            known.AddRange(context.Group.Loaded.Concat(context.Group.Stored).Distinct()
                .Select(tensor => ("ref float", target.Reference(tensor))));
            var own = new Column(inner);
            foreach (Tensor tensor in columns[0].Values.Keys)
                own.Values[tensor] = target.Fresh(TensorNames.Of(tensor));
            known.AddRange(own.Values.Values.Select(value => (dialect.Type, value)));
            var sums = reduces.ToDictionary(
                reduce => reduce,
                reduce => target.Fresh(TensorNames.Of(reduce) + (reduce.Reduction == ReduceOperator.Sum ? "Sum" : "Max")));
            known.AddRange(sums.Values.Select(sum => ("ref " + dialect.Type, sum)));
            EmitBody(target, pass, reduces, stored, own, reduce => sums[reduce], own.Inner, RowPart.Whole);
            return new(known, inner, own.Values, sums);
        }
    }

    private void EmitBody(
        KernelContext context,
        int pass,
        IReadOnlyList<Reduce> reduces,
        IReadOnlyList<Tensor> stored,
        Column column,
        Func<Reduce, string> accumulatorOf,
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
        foreach (KeyValuePair<Tensor, string> pair in column.Values)
            emitter.Set(pair.Key, innerIsReduced ? dialect.Create(pair.Value) : pair.Value);
        foreach (Reduce reduce in reduces)
        {
            bool sum = reduce.Reduction == ReduceOperator.Sum;
            string value = emitter.Value(reduce.Operands[0]);
            if (place.TailMask is { } mask)
                value = Dialect.SelectFirst(mask, value, sum ? dialect.Zero : dialect.Constant(double.NegativeInfinity));
            string accumulator = accumulatorOf(reduce);
            context.Writer.Line($"{accumulator} = {(sum ? dialect.Add(accumulator, value) : dialect.Max(accumulator, value))};");
        }

        foreach (Tensor member in stored)
            emitter.Store(member);
    }

    /// <summary>
    /// The method that is inlined for each column: what it may ask for, and its names of what differs from column to column.
    /// </summary>
    private sealed record ColumnMethod(
        IReadOnlyList<(string Type, string Name)> Parameters, string Inner,
        IReadOnlyDictionary<Tensor, string> Values, IReadOnlyDictionary<Reduce, string> Accumulators);

    /// <summary>A vector of a row's places, with the values that each of them has once.</summary>
    private sealed class Column(IndexExpression? inner)
    {
        public IndexExpression? Inner { get; } = inner;

        public Dictionary<Tensor, string> Values { get; } = [];
    }

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

        public string Sample => rows.space.IsBatched ? "sample" : "0";

        public IndexExpression ElementIndex => Sum(axis => reducedLevel ? axis.ReducedElementStride : axis.ElementStride);

        private IndexExpression Innermost => inner ?? rows.variables[rows.axes[rows.axes.Count - 1]];

        public bool Computes(Tensor tensor) =>
            reducedLevel ? rows.passes.Contains(tensor) : rows.passes.Computes(tensor, Pass);

        public IndexExpression Index(Tensor tensor) => Sum(axis => axis.Strides[tensor]);

        public string IsLabel() => Dialect.IsLabel(
            $"workspace.Labels[{(IndexExpression)"sample" * rows.space.Rows + Sum(axis => axis.RowStride)}]", Innermost.ToString());

        public string ByColumn(Dialect dialect, string reference) => dialect.Load(reference, Innermost);

        public bool IsScalar(Tensor tensor) =>
            (reducedLevel && rows.innerIsReduced)
            || (rows.axes[rows.axes.Count - 1] is { IsInner: true } axis && axis.Strides[tensor] == 0);

        private IndexExpression Sum(Func<LoopAxis, int> stride)
        {
            IndexExpression sum = IndexExpression.Zero;
            foreach (LoopAxis axis in rows.axes)
            {
                if (reducedLevel && axis.IsReduced)
                    continue;
                IndexExpression variable = axis.IsInner ? Innermost : rows.variables[axis];
                sum += variable * stride(axis);
            }

            return sum;
        }
    }
}
