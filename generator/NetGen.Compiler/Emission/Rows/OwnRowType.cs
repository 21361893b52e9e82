using System.Text.RegularExpressions;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// A type of the network's own, printed behind the kernel's method, by which a kernel of the library computes a vector of a row: a source,
/// or an epilogue.
/// </summary>
internal sealed class OwnRowType
{
    private readonly KernelContext context;
    private readonly string summary;
    private readonly string contract;
    private readonly string signature;
    private readonly string body;
    private readonly bool isEpilogue;
    private readonly (string Type, string Name)[] fields;

    private OwnRowType(
        KernelContext context, EpilogueElement element, string ending, string summary, Tensor? value, Tensor result,
        IReadOnlyList<Tensor> stored)
    {
        this.context = context;
        this.summary = summary;
        isEpilogue = value is not null;
        (contract, signature) = isEpilogue
            ? ("IEpilogue<V>", "public V Apply(V value, nint row, nint column)")
            : ("IRowSource<V>", "public V Load(nint row, nint column)");
        Type = context.Group.Name + ending;
        body = Body(element, value, result, stored);
        IEnumerable<string> names = context.Group.Loaded.Concat(context.Group.Stored).Select(context.Reference).Distinct();
        (string Type, string Name)[] known =
            [("Workspace", "workspace"), .. names.Select(name => ("ref float", name))];
        fields = [.. known.Where(member => Regex.IsMatch(body, $@"\b{member.Name}\b"))];
    }

    /// <summary>Its name, as a type argument of the kernel.</summary>
    public string Type { get; }

    /// <summary>The expression that makes it, of a type that is known.</summary>
    public string Argument =>
        fields.Length == 0 ? "default" : $"new({string.Join(", ", fields.Select(member => Modifier(member.Type) + member.Name))})";

    /// <summary>The summands of a sum.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="element">Where a vector of them lies.</param>
    /// <param name="summand">The summands.</param>
    /// <param name="stored">What else it stores where it has computed them.</param>
    public static OwnRowType Source(KernelContext context, EpilogueElement element, Tensor summand, IReadOnlyList<Tensor> stored) =>
        new(context, element, "Source", "What is summed.", null, summand, stored);

    /// <summary>The summands of a second sum.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="element">Where a vector of them lies.</param>
    /// <param name="value">The summands of the first sum, which it gets.</param>
    /// <param name="summand">The summands.</param>
    /// <param name="stored">What else it stores where it has computed them.</param>
    public static OwnRowType Epilogue(
        KernelContext context, EpilogueElement element, Tensor value, Tensor summand, IReadOnlyList<Tensor> stored) =>
        new(context, element, "Epilogue", "What the second sum adds for a vector of the first.", value, summand, stored);

    /// <summary>Prints the type.</summary>
    public void Emit()
    {
        CodeWriter writer = context.Writer;
        string parameters = fields.Length == 0 ? "" : $"({string.Join(", ", fields.Select(member => $"{member.Type} {member.Name}"))})";
        writer.Line();
        writer.Line("// " + summary);
        using (writer.Open($"private readonly ref struct {Type}{parameters} : {contract}"))
        {
            foreach ((string type, string name) in fields)
                writer.Line($"private readonly {type} {name} = {Modifier(type)}{name};");
            if (fields.Length > 0)
                writer.Line();
            writer.Line($"public static bool IsLong => {(OperationCount.IsLong(context.Group.Maps) ? "true" : "false")};");
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Open(signature))
                foreach (string line in body.TrimEnd('\n').Split('\n'))
                    writer.Line(line);
            if (!isEpilogue)
                return;
            writer.Line();
            writer.Line("public void PrefetchBlock(nint row, int lines, int lineStep, int rows) { }");
        }
    }

    /// <summary>All that is stored is stored last: it may lie where something was that has been loaded.</summary>
    private string Body(EpilogueElement element, Tensor? value, Tensor result, IReadOnlyList<Tensor> stored)
    {
        KernelContext scratch = context.Again(new CodeWriter());
        foreach (string parameter in (string[])["value", "row", "column"])
            scratch.Fresh(parameter);
        var emitter = new ElementEmitter(scratch, Dialect.Vectors, element);
        if (value is not null)
            emitter.Set(value, "value");
        string local = emitter.Value(result);
        foreach (Tensor tensor in stored)
            emitter.Value(tensor);
        foreach (Tensor tensor in stored)
            emitter.Store(tensor);
        scratch.Writer.Line($"return {local};");
        return scratch.Writer.ToString();
    }

    private static string Modifier(string type) => type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "";
}
