namespace NetGen.Compiler.Emission;

/// <summary>A place in memory as a sum of loop variables times strides and a constant: y * 832 + c + 16.</summary>
internal sealed class IndexExpression
{
    private readonly (string Variable, int Factor)[] terms;

    private IndexExpression((string, int)[] terms, int constant)
    {
        this.terms = terms;
        Constant = constant;
    }

    public static IndexExpression Zero { get; } = new([], 0);

    public int Constant { get; }

    public bool IsConstant => terms.Length == 0;

    public static implicit operator IndexExpression(int constant) => new([], constant);

    public static implicit operator IndexExpression(string variable) => new([(variable, 1)], 0);

    public static IndexExpression operator +(IndexExpression a, IndexExpression b) => new(
        [.. a.terms.Concat(b.terms)
            .GroupBy(term => term.Variable)
            .Select(group => (group.Key, group.Sum(term => term.Factor)))
            .Where(term => term.Item2 != 0)],
        a.Constant + b.Constant);

    public static IndexExpression operator *(IndexExpression a, int factor) => factor == 0
        ? Zero
        : new([.. a.terms.Select(term => (term.Variable, term.Factor * factor))], a.Constant * factor);

    public override string ToString()
    {
        string text = string.Join(
            " + ",
            terms.Select(term => term.Factor == 1 ? term.Variable : $"{term.Variable} * {Literals.Integer(term.Factor)}"));
        return (text.Length, Constant) switch
        {
            (0, _) => Literals.Integer(Constant),
            (_, 0) => text,
            (_, > 0) => $"{text} + {Literals.Integer(Constant)}",
            _ => $"{text} - {Literals.Integer(-Constant)}",
        };
    }
}
