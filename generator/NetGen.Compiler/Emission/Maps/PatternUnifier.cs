using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Finds what the placeholders of a pattern must stand for so that it computes what a kernel does, with the same operations and
/// roundings. Factors and addends may change places, which changes no result. The pattern bounds the work, not the kernel.
/// </summary>
/// <param name="terms">What the kernel computes.</param>
/// <param name="element">Where a vector of results lies.</param>
internal sealed class PatternUnifier(ElementTerms terms, EpilogueElement element)
{
    /// <summary>All bindings under which a pattern is a term, beyond those that are known.</summary>
    public IEnumerable<Bindings> Unify(ScalarExpression pattern, ElementTerm term, Bindings known) => pattern switch
    {
        Rounded rounded => Unify(rounded.Value, term, known),
        Placeholder placeholder => Bound(placeholder, term, known),
        _ when terms.Opened(term) is var (scope, part) => UnifyOpened(pattern, scope, part, known),
        _ => [],
    };

    private IEnumerable<Bindings> Bound(Placeholder placeholder, ElementTerm term, Bindings known)
    {
        if (known[placeholder] is { } before)
            return before == term ? [known] : [];
        return Fits(placeholder.Kind, term) ? [known.With(placeholder, term)] : [];
    }

    private bool Fits(PlaceholderKind kind, ElementTerm term) => kind switch
    {
        PlaceholderKind.Row => IsInMemory(term) && element.IsRow(term.Tensor!),
        PlaceholderKind.Matrix => IsInMemory(term) && element.IsMatrix(term.Tensor!),
        PlaceholderKind.Number => terms.Opened(term) is (_, Constant),
        PlaceholderKind.Count => terms.Opened(term) is var (_, part) && CountText.Of(part) is not null,
        PlaceholderKind.Keep => terms.Opened(term) is (_, Keep keep) && element.Dropout(keep) is not null,
        _ => true,
    };

    private bool IsInMemory(ElementTerm term) => term.Tensor is { } tensor && !terms.IsComputed(tensor);

    private IEnumerable<Bindings> UnifyOpened(ScalarExpression pattern, Map? scope, ScalarExpression part, Bindings known)
    {
        if (pattern is Unary function)
            return part is Unary { } own && own.Operator == function.Operator
                ? Unify(function.Operand, terms.Of(scope, own.Operand), known)
                : [];
        if (VectorOperation.Of(pattern) is not { } wanted)
            return pattern == part ? [known] : [];
        if (VectorOperation.Of(part) is not { } operation || operation.Operator != wanted.Operator)
            return [];
        ElementTerm[] operands = [.. operation.Operands.Select(operand => terms.Of(scope, operand))];
        IEnumerable<Bindings> found = UnifyAll(wanted.Operands, operands, 0, known);
        if (!operation.IsCommutative)
            return found;
        ElementTerm[] swapped = [operands[1], operands[0], .. operands.Skip(2)];
        return found.Concat(UnifyAll(wanted.Operands, swapped, 0, known));
    }

    private IEnumerable<Bindings> UnifyAll(
        ScalarExpression[] patterns, ElementTerm[] operands, int index, Bindings known) => index == patterns.Length
        ? [known]
        : Unify(patterns[index], operands[index], known).SelectMany(bindings => UnifyAll(patterns, operands, index + 1, bindings));
}
