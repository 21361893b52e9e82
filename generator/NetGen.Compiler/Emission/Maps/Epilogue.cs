using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the Maps behind an anchor: a method of its own, which the JIT inlines, called for each vector of the anchor's result
/// while that is in a register.
/// </summary>
internal sealed class Epilogue(KernelContext context)
{
    private static readonly Dialect dialect = Dialect.Vectors;
    private readonly TensorShape space = context.Group.Space;

    /// <summary>The anchor's results, in the order of the method's parameters.</summary>
    private Tensor[] Anchors { get; } =
        [.. context.Group.Members.Where(member => member == context.Group.Pool || member is MaxPoolTap
            || (context.Group.Pool is null && member == context.Group.Anchor))];

    /// <summary>What the Maps read besides the anchor, and what they write.</summary>
    public IReadOnlyList<Tensor> Memory { get; } = [.. context.LoadedByMaps.Concat(context.Group.Stored).Distinct()];

    private bool NeedsElement => context.DropoutSites.Any();

    /// <summary>Whether a Map asks for the size of the batch.</summary>
    public bool NeedsWorkspace => context.Group.Maps.Any(map => map.Body.Contains(part => part is BatchSize));

    /// <summary>One vector: its place in the sample and the locals that hold the anchor's results.</summary>
    /// <param name="row">The row within the sample.</param>
    /// <param name="inner">The place within the row.</param>
    /// <param name="sample">The sample, as an expression.</param>
    /// <param name="samplesAhead">How many samples lie between the declared references and this vector.</param>
    /// <param name="results">The locals, by anchor.</param>
    public void Call(
        IndexExpression row, IndexExpression inner, string sample, int samplesAhead, IReadOnlyDictionary<Tensor, string> results)
    {
        if (context.Group.Stored.Count == 1 && results.TryGetValue(context.Group.Stored[0], out string? only))
        {
            context.Writer.Line(dialect.Store(
                only, context.Reference(context.Group.Stored[0]), Index(context.Group.Stored[0], row, inner, samplesAhead)));
            return;
        }

        var arguments = new List<string>();
        if (NeedsWorkspace)
            arguments.Add("workspace");
        if (NeedsElement)
        {
            arguments.AddRange(context.DropoutSites.Select(site => context.DropoutKey(site, sample)));
            arguments.Add((row * space.PaddedInner + inner).ToString());
        }

        arguments.AddRange(Anchors.Select(anchor => results[anchor]));
        arguments.AddRange(Memory.Select(tensor =>
            "ref " + Dialect.Element(context.Reference(tensor), Index(tensor, row, inner, samplesAhead))));
        context.Writer.Line($"{context.Group.Name}Epilogue({string.Join(", ", arguments)});");
    }

    /// <summary>Prints the method, behind the kernel that calls it.</summary>
    public static void Emit(KernelContext kernel)
    {
        var epilogue = new Epilogue(kernel);
        if (kernel.Group.Stored.Count == 1 && epilogue.Anchors.Contains(kernel.Group.Stored[0]))
            return;
        KernelContext context = kernel.Again();
        var parameters = new List<string>();
        if (epilogue.NeedsWorkspace)
            parameters.Add("Workspace workspace");
        if (epilogue.NeedsElement)
        {
            parameters.AddRange(context.DropoutSites.Select(site => "uint " + context.NameDropoutKey(site)));
            parameters.Add("int element");
        }

        var names = epilogue.Anchors.ToDictionary(anchor => anchor, anchor => context.Fresh(anchor is MaxPoolTap ? "tap" : "sum"));
        parameters.AddRange(epilogue.Anchors.Select(anchor => $"{dialect.Type} {names[anchor]}"));
        parameters.AddRange(epilogue.Memory.Select(tensor => "ref float " + context.Reference(tensor)));

        CodeWriter writer = context.Writer;
        writer.Line();
        writer.Line("/// <summary>What happens to a vector of results before it is stored.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Open($"private static void {kernel.Group.Name}Epilogue({string.Join(", ", parameters)})"))
        {
            var emitter = new ElementEmitter(context, dialect, new Place(epilogue.space, kernel.Group.Members));
            foreach (Tensor anchor in epilogue.Anchors)
                emitter.Set(anchor, names[anchor]);
            foreach (Tensor stored in kernel.Group.Stored)
                emitter.Store(stored);
        }
    }

    private IndexExpression Index(Tensor tensor, IndexExpression row, IndexExpression inner, int samplesAhead)
    {
        TensorShape shape = tensor.Shape;
        IndexExpression index = shape.Inner == 1 && space.Inner > 1 ? 0 : inner;
        if (shape.Rows == space.Rows)
            index += row * shape.PaddedInner;
        return shape.IsBatched ? index + (samplesAhead * shape.SampleStride) : index;
    }

    /// <summary>In the method every reference already stands at the vector.</summary>
    private sealed class Place(TensorShape space, IReadOnlyList<Tensor> group) : IElementPlace
    {
        public string? TailMask => null;

        public IndexExpression ElementIndex => "element";

        public string Sample => "sample";

        public bool Computes(Tensor tensor) => group.Contains(tensor);

        public IndexExpression Index(Tensor tensor) => 0;

        public bool IsScalar(Tensor tensor) => tensor.Shape.Inner == 1 && space.Inner > 1;

        public string IsLabel() => throw new InvalidOperationException("labels belong to losses, which are rows");

        public string ByColumn(Dialect dialect, string reference) =>
            throw new InvalidOperationException("numbers of columns belong to losses, which are rows");
    }
}
