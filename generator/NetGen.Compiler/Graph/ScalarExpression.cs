using System.Globalization;
using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Graph;

/// <summary>
/// What a Map does to one element: an expression over the operands' values at that element. It is printed over any
/// vector width, differentiated symbolically (<see cref="ScalarDerivative"/>) and interpreted by the reference.
/// </summary>
internal abstract record ScalarExpression
{
    public static implicit operator ScalarExpression(double value) => new Constant(value);

    public static ScalarExpression operator +(ScalarExpression a, ScalarExpression b) => (a, b) switch
    {
        (Constant x, Constant y) => x.Value + y.Value,
        (Constant { Value: 0 }, _) => b,
        (_, Constant { Value: 0 }) => a,
        _ => new Binary(BinaryOperator.Add, a, b),
    };

    public static ScalarExpression operator -(ScalarExpression a, ScalarExpression b) => (a, b) switch
    {
        (Constant x, Constant y) => x.Value - y.Value,
        (_, Constant { Value: 0 }) => a,
        (Constant { Value: 0 }, _) => -b,
        _ => new Binary(BinaryOperator.Subtract, a, b),
    };

    public static ScalarExpression operator *(ScalarExpression a, ScalarExpression b) => (a, b) switch
    {
        (Constant x, Constant y) => x.Value * y.Value,
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, _) => b,
        (_, Constant { Value: 1 }) => a,
        (_, Constant { Value: -1 }) => -a,
        (Constant { Value: -1 }, _) => -b,
        _ => new Binary(BinaryOperator.Multiply, a, b),
    };

    public static ScalarExpression operator /(ScalarExpression a, ScalarExpression b) => (a, b) switch
    {
        (Constant x, Constant y) => x.Value / y.Value,
        (Constant { Value: 0 }, _) => 0,
        (_, Constant { Value: 1 }) => a,
        _ => new Binary(BinaryOperator.Divide, a, b),
    };

    public static ScalarExpression operator -(ScalarExpression a) => a switch
    {
        Constant x => -x.Value,
        Unary { Operator: UnaryOperator.Negate } negated => negated.Operand,
        _ => new Unary(UnaryOperator.Negate, a),
    };

    public static ScalarExpression Exp(ScalarExpression x) => new Unary(UnaryOperator.Exp, x);

    public static ScalarExpression Log(ScalarExpression x) => new Unary(UnaryOperator.Log, x);

    /// <summary>log(1 + x), exact for small x.</summary>
    public static ScalarExpression Log1p(ScalarExpression x) => new Unary(UnaryOperator.Log1p, x);

    public static ScalarExpression Tanh(ScalarExpression x) => new Unary(UnaryOperator.Tanh, x);

    public static ScalarExpression Sigmoid(ScalarExpression x) => new Unary(UnaryOperator.Sigmoid, x);

    public static ScalarExpression Erf(ScalarExpression x) => new Unary(UnaryOperator.Erf, x);

    public static ScalarExpression Sqrt(ScalarExpression x) => new Unary(UnaryOperator.Sqrt, x);

    public static ScalarExpression Abs(ScalarExpression x) => new Unary(UnaryOperator.Abs, x);

    public static ScalarExpression Max(ScalarExpression a, ScalarExpression b) => new Binary(BinaryOperator.Max, a, b);

    public static ScalarExpression Min(ScalarExpression a, ScalarExpression b) => new Binary(BinaryOperator.Min, a, b);

    /// <summary>1 where a is greater than b, else 0.</summary>
    public static ScalarExpression Greater(ScalarExpression a, ScalarExpression b) => Select(a, b, 1, 0);

    /// <summary><paramref name="whenGreater"/> where a is greater than b, else <paramref name="otherwise"/>.</summary>
    public static ScalarExpression Select(
        ScalarExpression a, ScalarExpression b, ScalarExpression whenGreater, ScalarExpression otherwise) =>
        whenGreater == otherwise ? otherwise : new SelectGreater(a, b, whenGreater, otherwise);

    /// <summary>factor · value, and 0 where the factor is 0, whatever the value is: 0 · −∞ is 0, as in <c>torch.xlogy</c>.</summary>
    public static ScalarExpression ProductOrZero(ScalarExpression factor, ScalarExpression value) =>
        Select(Abs(factor), 0, factor * value, factor);

    /// <summary>The same with calls of functions written out.</summary>
    public ScalarExpression WithoutCalls() => Rewrite(part => part is Call call ? call.Expanded.WithoutCalls() : null);

    /// <summary>This expression with operands and parts replaced from the leaves up.</summary>
    public ScalarExpression Rewrite(Func<ScalarExpression, ScalarExpression?> replace) => replace(this) ?? this switch
    {
        Unary u => u with { Operand = u.Operand.Rewrite(replace) },
        Binary b => b with { Left = b.Left.Rewrite(replace), Right = b.Right.Rewrite(replace) },
        SelectGreater s => new SelectGreater(
            s.Left.Rewrite(replace), s.Right.Rewrite(replace), s.WhenGreater.Rewrite(replace), s.Otherwise.Rewrite(replace)),
        Call c => c with { Argument = c.Argument.Rewrite(replace) },
        _ => this,
    };

    /// <summary>Whether a part of this expression satisfies the predicate.</summary>
    public bool Contains(Func<ScalarExpression, bool> predicate)
    {
        bool found = false;
        Rewrite(part =>
        {
            found |= predicate(part);
            return null;
        });
        return found;
    }
}

internal sealed record Constant(double Value) : ScalarExpression
{
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>The value of the Map's operand with this index, at the element.</summary>
internal sealed record Operand(int Index) : ScalarExpression
{
    public override string ToString() => "#" + Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The number of samples in the batch.</summary>
internal sealed record BatchSize : ScalarExpression
{
    public override string ToString() => "batch";
}

/// <summary>The number of labels of the batch that are not ignored.</summary>
internal sealed record LabelCount : ScalarExpression
{
    public override string ToString() => "labels";
}

/// <summary>What is another number for each innermost index.</summary>
internal abstract record OfColumn : ScalarExpression;

/// <summary>The constant with the innermost index of a list that emitted code calls <paramref name="Name"/>.</summary>
internal sealed record ByColumn(string Name, EquatableArray<double> Values) : OfColumn
{
    public override string ToString() => Name;
}

/// <summary>
/// 1 where the innermost index is the class index that the row's label states, else 0. An ignored label is -1 here, which no
/// index is.
/// </summary>
internal sealed record IsLabel : OfColumn
{
    public override string ToString() => "isLabel";
}

/// <summary>What is another number at each place of a sample in memory.</summary>
internal abstract record OfPlace : ScalarExpression;

/// <summary>
/// Sines and cosines in turn, of wave lengths that grow from 2π to 20,000π along the columns of [steps, features] (Vaswani et al. 2017,
/// 3.5, https://arxiv.org/abs/1706.03762): the sine of row / 10,000^(column / features) in an even column, and beside it its cosine.
/// </summary>
internal sealed record Sinusoid(int Steps, int Features) : OfPlace
{
    public override string ToString() => FormattableString.Invariant($"sinusoid({Steps}, {Features})");
}

/// <summary>
/// What is drawn for each element: a pure function of the step's dropout seed, the site, the sample and the element's place in memory, so
/// that the backward pass computes the same value again.
/// </summary>
internal abstract record Drawn(int Site) : OfPlace;

/// <summary>
/// A number between -1 and 1, each as probable: one of the odd multiples of 2⁻²², so that it is a float, and neither of the ends.
/// </summary>
internal sealed record Uniform(int Site) : Drawn(Site)
{
    public override string ToString() => FormattableString.Invariant($"uniform({Site})");
}

/// <summary>1 with probability 1 - p, else 0.</summary>
internal sealed record Keep(int Site, double DropProbability) : Drawn(Site)
{
    public override string ToString() => FormattableString.Invariant($"keep({Site}, {DropProbability})");
}

internal sealed record Unary(UnaryOperator Operator, ScalarExpression Operand) : ScalarExpression
{
    public override string ToString() => $"{Operator}({Operand})";
}

internal sealed record Binary(BinaryOperator Operator, ScalarExpression Left, ScalarExpression Right) : ScalarExpression
{
    public override string ToString() => Operator switch
    {
        BinaryOperator.Add => $"({Left} + {Right})",
        BinaryOperator.Subtract => $"({Left} - {Right})",
        BinaryOperator.Multiply => $"({Left} * {Right})",
        BinaryOperator.Divide => $"({Left} / {Right})",
        _ => $"{Operator}({Left}, {Right})",
    };
}

internal sealed record SelectGreater(
    ScalarExpression Left, ScalarExpression Right, ScalarExpression WhenGreater, ScalarExpression Otherwise) : ScalarExpression
{
    public override string ToString() => $"({Left} > {Right} ? {WhenGreater} : {Otherwise})";
}

/// <summary>A function of <see cref="ScalarFunctions"/> applied to an argument.</summary>
internal sealed record Call(ScalarFunction Function, ScalarExpression Argument) : ScalarExpression
{
    /// <summary>The call written out with operators only.</summary>
    public ScalarExpression Expanded => Function.Value(Argument);

    public override string ToString() => $"{Function.Name}({Argument})";
}
