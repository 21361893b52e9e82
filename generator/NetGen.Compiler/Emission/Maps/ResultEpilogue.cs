using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The epilogue of a kernel of the library: what follows its results while they are in registers. It is put together from epilogues of the
/// library where it can be; else it is a type of the network's own, printed behind the kernel's method.
/// </summary>
internal sealed class ResultEpilogue
{
    private readonly KernelContext context;
    private readonly EpilogueElement element;

    /// <param name="context">The kernel.</param>
    /// <param name="output">What the kernel stores; the epilogue stores what else the group stores.</param>
    /// <param name="element">Where a vector of results lies.</param>
    /// <param name="ending">How the name of a type of the network's own ends.</param>
    public ResultEpilogue(KernelContext context, Tensor output, EpilogueElement element, string ending = "Epilogue")
    {
        this.context = context;
        this.element = element;
        Output = output;
        LibraryEpilogue? library = OfLibrary();
        IsOwn = library is null;
        (Type, Argument) = library is null ? (context.Group.Name + ending, OwnArgument()) : (library.Type, library.Argument);
    }

    /// <summary>Its type, as a type argument of the kernel.</summary>
    public string Type { get; }

    /// <summary>The expression that makes it, of a type that is known.</summary>
    public string Argument { get; }

    private Tensor Output { get; }

    /// <summary>Whether its type is the network's own.</summary>
    public bool IsOwn { get; }

    /// <summary>What the kernel has in registers.</summary>
    private Tensor Result => context.Group.Pool ?? context.Group.Anchor!;

    /// <summary>What the epilogue stores itself.</summary>
    private IEnumerable<Tensor> Others => context.Group.Stored.Where(stored => stored != Output && stored is not MaxPoolArgmax);

    private bool NeedsWorkspace => element.NeedsWorkspace;

    /// <summary>Whether so much follows the sums that a kernel cannot inline it for each vector of a tile.</summary>
    private bool IsLong => OperationCount.IsLong(context.Group.Maps);

    /// <summary>Prints the type, if it is the network's own.</summary>
    public void EmitType()
    {
        if (!IsOwn)
            return;
        CodeWriter writer = context.Writer;
        writer.Line();
        writer.Line("// What happens to a vector of results before it is stored.");
        (string Type, string Name)[] fields = [.. Fields().Distinct()];
        string parameters = fields.Length == 0 ? "" : $"({string.Join(", ", fields.Select(field => $"{field.Type} {field.Name}"))})";
        using (writer.Open($"private readonly ref struct {Type}{parameters} : IEpilogue<V>"))
        {
            foreach ((string type, string name) in fields)
                writer.Line($"private readonly {type} {name} = {(type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "")}{name};");
            if (fields.Length > 0)
                writer.Line();
            writer.Line($"public static bool IsLong => {(IsLong ? "true" : "false")};");
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Open("public V Apply(V sum, nint row, nint column)"))
            {
                element.DeclareSample();
                var emitter = new ElementEmitter(context, Dialect.Vectors, element);
                emitter.Set(Result, "sum");
                foreach (Tensor stored in Others)
                    emitter.Store(stored);
                writer.Line($"return {emitter.Value(Output)};");
            }

            EmitPrefetch(fields);
        }
    }

    /// <summary>Of the images that lie row by row as the result does.</summary>
    private void EmitPrefetch((string Type, string Name)[] fields)
    {
        const string Method = "public void PrefetchBlock(nint row, int lines, int lineStep, int rows)";
        CodeWriter writer = context.Writer;
        writer.Line();
        Tensor[] prefetched =
        [
            .. element.Memory.Where(tensor => tensor.Shape.SameSizes(context.Group.Space)
                && fields.Any(field => field.Name == context.Reference(tensor)) && element.RowStride(tensor) > 0),
        ];
        if (prefetched.Length == 0)
        {
            writer.Line(Method + " { }");
            return;
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Open(Method))
            foreach (Tensor tensor in prefetched)
            {
                string stride = Literals.Integer(element.RowStride(tensor)!.Value);
                writer.Line(
                    $"Prefetch.Rows(ref Unsafe.Add(ref {context.Reference(tensor)}, row * {stride}), "
                    + $"lines, lineStep * {stride}, rows * {stride});");
            }
    }

    private string OwnArgument()
    {
        string[] arguments =
        [
            .. Fields().Distinct()
                .Select(field => (field.Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "") + field.Name),
        ];
        return arguments.Length == 0 ? "default" : $"new({string.Join(", ", arguments)})";
    }

    private IEnumerable<(string Type, string Name)> Fields()
    {
        if (NeedsWorkspace)
            yield return ("Workspace", "workspace");
        if (element.NeedsSampleArgument)
            yield return ("int", "sample");
        foreach (Tensor tensor in MapInputs.Of(context, context.Group.Stored).Concat(Others).Distinct()
                .Where(tensor => tensor is not MaxPoolArgmax))
            yield return ("ref float", context.Reference(tensor));
    }

    /// <summary>
    /// What the library has for it, or null. Both must say the same about its length, since a kernel decides by it whether it follows
    /// in a loop of its own. A sum over the batch has one result for each column, and does not ask.
    /// </summary>
    private LibraryEpilogue? OfLibrary()
    {
        Tensor[] others = [.. Others];
        var composer = new EpilogueComposer(context, element, Result);
        LibraryEpilogue? found = others.Length switch
        {
            0 => composer.Epilogue(Output),
            1 => composer.Epilogue(Output, others[0]),
            _ => null,
        };
        return found is not null && (found.IsLong == IsLong || context.Group.Anchor is BatchSum) ? found : null;
    }
}
