using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Puts together from the library's epilogues what follows results in registers, or what is computed from matrices in memory. Each value is
/// looked at once, so that the work grows with the number of Maps.
/// </summary>
internal sealed class EpilogueComposer
{
    /// <summary>Of more parts a type has no name that can be read, and values that are used twice would be computed twice.</summary>
    private const int MostParts = 12;

    private readonly KernelContext context;
    private readonly EpilogueElement element;
    private readonly Tensor? result;
    private readonly ElementTerms terms;
    private readonly PatternUnifier unifier;
    private readonly Dictionary<ElementTerm, Chain?> fromResult = [];
    private readonly Dictionary<ElementTerm, Chain?> fromMemory = [];

    /// <param name="context">The kernel.</param>
    /// <param name="element">Where a vector of results lies.</param>
    /// <param name="result">What the kernel has in registers, or null where it has nothing but what lies in memory.</param>
    public EpilogueComposer(KernelContext context, EpilogueElement element, Tensor? result)
    {
        (this.context, this.element, this.result) = (context, element, result);
        terms = new ElementTerms(context);
        unifier = new PatternUnifier(terms, element);
    }

    /// <summary>What leads from the results in registers to a tensor, or null where the library has nothing for it.</summary>
    public LibraryEpilogue? Epilogue(Tensor tensor) =>
        From(fromResult, terms.Of(tensor)) is { } chain ? LibraryEpilogue.Of(chain.Parts) : null;

    /// <summary>The same, which stores another tensor too.</summary>
    public LibraryEpilogue? Epilogue(Tensor tensor, Tensor stored)
    {
        if (element.IsRow(stored))
            foreach (EpiloguePattern pattern in EpiloguePatterns.Storing)
                foreach (Bindings bindings in unifier.Unify(pattern.Result, terms.Of(tensor), Bindings.None))
                    foreach (Bindings all in unifier.Unify(pattern.Stored!, terms.Of(stored), bindings))
                        if (Joined(fromResult, pattern, all, ", ref " + context.Reference(stored)) is { } chain)
                            return LibraryEpilogue.Of(chain.Parts);
        if (!element.IsMatrix(stored) || Epilogue(stored) is not { } other || From(fromResult, terms.Of(tensor)) is not { } rest)
            return null;
        string argument = $"new(ref {context.Reference(stored)}, {Literals.Integer(element.RowStride(stored)!.Value)}, {other.Argument})";
        return LibraryEpilogue.Of([new LibraryEpilogue($"AlsoStore<S, V, {other.Type}>", argument, other.IsLong), .. rest.Parts]);
    }

    /// <summary>A tensor that is computed from matrices in memory, or null where the library has nothing for it.</summary>
    public LibrarySource? Source(Tensor tensor) => From(fromMemory, terms.Of(tensor))?.AsSource();

    /// <summary>The same, as a matrix in memory and what happens to its elements.</summary>
    public (LibrarySource Source, LibraryEpilogue Epilogue)? Mapped(Tensor tensor) =>
        From(fromMemory, terms.Of(tensor)) is { } chain ? (chain.Source!, LibraryEpilogue.Of(chain.Parts)) : null;

    private Chain? From(Dictionary<ElementTerm, Chain?> known, ElementTerm term)
    {
        if (!known.TryGetValue(term, out Chain? chain))
            known.Add(term, chain = Found(known, term));
        return chain;
    }

    private Chain? Found(Dictionary<ElementTerm, Chain?> known, ElementTerm term)
    {
        if (known == fromResult && term.Tensor is { } tensor && tensor == result)
            return new(null, [], 0);
        if (terms.Opened(term) is null)
            return known == fromMemory && term.Tensor is { } matrix && !terms.IsComputed(matrix) && element.IsMatrix(matrix)
                ? new(LibrarySource.OfMatrix(context.Reference(matrix), element.RowStride(matrix)!.Value), [], 0)
                : null;
        foreach (EpiloguePattern pattern in EpiloguePatterns.All)
            foreach (Bindings bindings in unifier.Unify(pattern.Result, term, Bindings.None))
                if (Joined(known, pattern, bindings) is { } chain)
                    return chain;
        return null;
    }

    /// <summary>The chain that leads to the value of a pattern, and then the pattern's epilogue.</summary>
    private Chain? Joined(Dictionary<ElementTerm, Chain?> known, EpiloguePattern pattern, Bindings bindings, string lastArgument = "")
    {
        string? name = element.LanesAreSamples ? pattern.OfSamples : pattern.Name;
        if (name is null || From(known, bindings[EpiloguePatterns.Value]!.Value) is not { } before)
            return null;
        var (arguments, types, isLong, length) = (new List<string>(), "", pattern.IsLong, before.Length + 1);
        foreach (Placeholder placeholder in pattern.Arguments)
        {
            ElementTerm term = bindings[placeholder]!.Value;
            if (terms.Opened(term) is (_, Keep keep))
            {
                var (ending, place) = element.Dropout(keep)!.Value;
                arguments.Add($"{place}, {Dialect.Threshold(1 - keep.DropProbability)}");
                name += ending;
                continue;
            }

            if (placeholder.Kind != PlaceholderKind.Source)
            {
                arguments.Add(Argument(placeholder.Kind, term));
                continue;
            }

            if (From(fromMemory, term) is not { } chain)
                return null;
            LibrarySource source = chain.AsSource();
            arguments.Add(source.Argument);
            (types, isLong, length) = (", " + source.Type, isLong || source.IsLong, length + chain.Length);
        }

        if (length > MostParts)
            return null;
        string argument = arguments.Count == 0 && lastArgument.Length == 0
            ? "default"
            : $"new({string.Join(", ", arguments)}{lastArgument})";
        return new(before.Source, [.. before.Parts, new LibraryEpilogue($"{name}<S, V{types}>", argument, isLong)], length);
    }

    private string Argument(PlaceholderKind kind, ElementTerm term) => kind switch
    {
        PlaceholderKind.Row => "ref " + context.Reference(term.Tensor!),
        PlaceholderKind.Matrix => $"ref {context.Reference(term.Tensor!)}, {Literals.Integer(element.RowStride(term.Tensor!)!.Value)}",
        PlaceholderKind.Number => Literals.Float(((Constant)terms.Opened(term)!.Value.Part).Value),
        PlaceholderKind.Count => CountText.Of(terms.Opened(term)!.Value.Part)!,
        _ => throw new InvalidOperationException($"{kind} is no argument"),
    };

    /// <summary>What leads to a value, one epilogue after the other.</summary>
    /// <param name="Source">The matrix that it begins with; null where that is in registers.</param>
    /// <param name="Parts">The epilogues.</param>
    /// <param name="Length">How many there are, with those in their sources.</param>
    private sealed record Chain(LibrarySource? Source, IReadOnlyList<LibraryEpilogue> Parts, int Length)
    {
        public LibrarySource AsSource() => Parts.Count == 0 ? Source! : Source!.Mapped(LibraryEpilogue.Of(Parts));
    }
}
