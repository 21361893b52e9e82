namespace NetGen.Compiler.Emission;

/// <summary>A place in memory as a sum of loop variables times strides and a constant: y * 832 + c + 16.</summary>
internal sealed class IndexExpression
{
    private readonly (string Variable, int Factor)[] terms;
    private string? text;

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

    public static IndexExpression operator +(IndexExpression a, IndexExpression b)
    {
        if (b.IsConstant)
            return b.Constant == 0 ? a : new(a.terms, a.Constant + b.Constant);
        if (a.IsConstant)
            return a.Constant == 0 ? b : new(b.terms, a.Constant + b.Constant);
        var sum = new List<(string Variable, int Factor)>(a.terms.Length + b.terms.Length);
        sum.AddRange(a.terms);
        foreach ((string variable, int factor) in b.terms)
        {
            int same = 0;
            while (same < sum.Count && sum[same].Variable != variable)
                same++;
            if (same == sum.Count)
                sum.Add((variable, factor));
            else
                sum[same] = (variable, sum[same].Factor + factor);
        }

        sum.RemoveAll(static term => term.Factor == 0);
        return new([.. sum], a.Constant + b.Constant);
    }

    public static IndexExpression operator *(IndexExpression a, int factor)
    {
        if (factor is 0 or 1)
            return factor == 0 ? Zero : a;
        var terms = new (string, int)[a.terms.Length];
        for (int index = 0; index < terms.Length; index++)
            terms[index] = (a.terms[index].Variable, a.terms[index].Factor * factor);
        return new(terms, a.Constant * factor);
    }

    /// <summary>The C# expression. It is asked for as often as the place is loaded or stored, and made once.</summary>
    public override string ToString() => text ??= Written();

    private string Written()
    {
        string written = "";
        foreach ((string variable, int factor) in terms)
        {
            string term = factor == 1 ? variable : variable + " * " + Literals.Integer(factor);
            written = written.Length == 0 ? term : written + " + " + term;
        }

        if (written.Length == 0)
            return Literals.Integer(Constant);
        return Constant == 0 ? written : written + (Constant > 0 ? " + " : " - ") + Literals.Integer(Math.Abs((long)Constant));
    }
}
