using System.Text;
using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>The text of a group's method, and what another method has to have in common with it to do with the same text.</summary>
internal sealed class MethodText
{
    private const int CharactersOfHead = 160;
    private const int CharactersOfPlace = 30;

    private readonly IReadOnlyDictionary<int, string> sites;

    /// <param name="group">The group.</param>
    /// <param name="remarks">What the method's comment says beside its layers and what it computes.</param>
    /// <param name="hasLoops">Whether it has loops of its own.</param>
    /// <param name="body">Its braces and what stands between them but for the declarations; and what is printed behind the method.</param>
    /// <param name="context">What its emitter named.</param>
    public MethodText(FusedGroup group, IReadOnlyList<string> remarks, bool hasLoops, string body, KernelContext context)
    {
        (Group, Remarks, HasLoops, Body, References) = (group, remarks, hasLoops, body, context.Declared);
        sites = context.Sites;
        Locals = [.. context.AllNames];
        Sizes = hasLoops || context.SizesAreConstants ? [] : SizeLiteral.In(body);
        Places = [.. References.Select(reference => reference.Storage.Offset).Concat(sites.Keys.Select(site => (long)site))];
        PlaceNames = [.. References.Select(reference => reference.Name), .. sites.Values];
    }

    public FusedGroup Group { get; }

    public IReadOnlyList<string> Remarks { get; }

    public bool HasLoops { get; }

    public string Body { get; }

    /// <summary>The numbers in its body that it could get. Where the JIT has to know them, there is none.</summary>
    public IReadOnlyList<SizeLiteral> Sizes { get; }

    /// <summary>What its layers do, and with how much: Conv2dRelu_28x28x6.</summary>
    public string Kind =>
        $"{GroupNames.OfKind(Group)}_{string.Join("x", Group.Space.Sizes.SkipWhile(size => size == 1).DefaultIfEmpty(1))}";

    /// <summary>About how many characters the method has.</summary>
    public int Length => Body.Length + CharactersOfHead + References.Sum(reference => reference.Name.Length + CharactersOfPlace);

    /// <summary>What the method declares.</summary>
    public IReadOnlyList<MethodReference> References { get; }

    /// <summary>The layer's own: where the tensors of <see cref="References"/> lie, then the numbers of its dropout layers.</summary>
    public IReadOnlyList<long> Places { get; }

    /// <summary>The names of the locals that stand for <see cref="Places"/>.</summary>
    public IReadOnlyList<string> PlaceNames { get; }

    /// <summary>The names of all locals.</summary>
    public HashSet<string> Locals { get; }

    /// <summary>Its numbers: methods that have one key and the same numbers do the same, where their tensors lie.</summary>
    public string KeyOfSizes() =>
        $"{Kind} {KernelForm.Of(Group).MultiplyAdds} {string.Join(" ", Sizes.Select(size => size.Text))}";

    /// <summary>
    /// All of it but <see cref="Places"/>, <see cref="Sizes"/> and names of locals: methods of one key do the same with tensors of their
    /// own sizes.
    /// </summary>
    public string Key()
    {
        var key = new StringBuilder(Body.Length + 256);
        var form = KernelForm.Of(Group);
        key.Append(GroupNames.OfKind(Group)).Append(Group.IsBackward).Append(form.Text);
        foreach (string remark in Remarks)
            key.Append(remark);
        var numbers = new Dictionary<string, string>();
        foreach (MethodReference reference in References)
        {
            key.Append(' ').Append(reference.Storage.Kind).Append(reference.Storage.Within);
            Number(reference.Name);
            Number(KernelContext.Batch(reference.Name));
        }

        foreach (string site in sites.Values)
            Number(site);
        return key.Append(Identifiers.Renamed(SizeLiteral.Pattern(Body, Sizes), name =>
            Locals.Contains(name) ? Number(name)
            : name.StartsWith(Group.Name, StringComparison.Ordinal) ? "$" + name.Substring(Group.Name.Length)
            : null)).ToString();

        string Number(string name)
        {
            if (!numbers.TryGetValue(name, out string? number))
                numbers.Add(name, number = "$" + Literals.Integer(numbers.Count));
            return number;
        }
    }

    /// <summary>Prints the method as the group's own.</summary>
    public void Emit(CodeWriter writer)
    {
        KernelEmitter.EmitSummary(writer, Group.Layers, this);
        var numbers = sites.ToDictionary(site => site.Value, site => Literals.Integer(site.Key));
        EmitMethod(
            writer, $"public static void {Group.Name}", [], References.Select(reference => (reference.Declared, reference.Place)),
            numbers.Count == 0 ? Body : Renamed(Body, numbers, Group.Name));
    }

    /// <summary>Prints the method under another name.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="method">The name.</param>
    /// <param name="parameters">What it gets beside the work items.</param>
    /// <param name="names">The names of locals, as far as they are others.</param>
    /// <param name="places">Where the tensors of <see cref="References"/> lie.</param>
    /// <param name="sizes">The names of the parameters for <see cref="Sizes"/>, or null for those that it has itself.</param>
    public void Emit(
        CodeWriter writer, string method, IEnumerable<string> parameters, IReadOnlyDictionary<string, string> names,
        IEnumerable<string> places, IReadOnlyList<string?> sizes) =>
        EmitMethod(
            writer, $"private static void {method}", parameters,
            References.Zip(places, (reference, place) => (names[reference.Declared], place)),
            Renamed(SizeLiteral.Replaced(Body, Sizes, index => sizes[index] ?? Sizes[index].Text), names, method));

    private void EmitMethod(
        CodeWriter writer, string head, IEnumerable<string> parameters, IEnumerable<(string Name, string Place)> references, string body)
    {
        // What only calls the library need not keep the JIT busy: kernels of the library are optimised when they first run.
        if (HasLoops)
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.List(head + "(", ["Workspace workspace, int begin, int end", .. parameters], ")");
        writer.Again(() => KernelContext.Declare(writer, references), body);
    }

    private string Renamed(string body, IReadOnlyDictionary<string, string> names, string method) => Identifiers.Renamed(
        body,
        name => names.TryGetValue(name, out string? other) ? other
            : name.StartsWith(Group.Name, StringComparison.Ordinal) ? method + name.Substring(Group.Name.Length)
            : null);
}
