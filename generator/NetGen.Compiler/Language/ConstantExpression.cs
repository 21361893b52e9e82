using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Language;

/// <summary>
/// A constant expression in which names stand for a block's parameters and for the shape that comes in, so that it has
/// another value at each use. A tree of records, and so equatable.
/// </summary>
internal abstract record ConstantExpression
{
    /// <summary>What C# itself has an error for: nothing is worked out, and nothing more is reported.</summary>
    public static ConstantExpression Unknown { get; } = new UnknownConstant();

    public static ConstantExpression Of(ConstantValue value) => new LiteralConstant(value);

    /// <summary>The expression itself and all that it is made of.</summary>
    public IEnumerable<ConstantExpression> WithParts() => Parts().SelectMany(part => part.WithParts()).Prepend(this);

    private IEnumerable<ConstantExpression> Parts() => this switch
    {
        ListConstant list => list.Elements,
        UnaryConstant unary => [unary.Operand],
        CastConstant cast => [cast.Operand],
        BinaryConstant binary => [binary.Left, binary.Right],
        ConditionalConstant conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        _ => [],
    };
}

internal sealed record UnknownConstant : ConstantExpression;

internal sealed record LiteralConstant(ConstantValue Value) : ConstantExpression;

/// <summary>An array written out.</summary>
internal sealed record ListConstant(EquatableArray<ConstantExpression> Elements) : ConstantExpression;

/// <summary>A parameter by the name of its constant (Width), or In, In0, In1, In2.</summary>
internal sealed record NamedConstant(string Name) : ConstantExpression;

/// <summary>C#'s operator sign: + - ! ~</summary>
internal sealed record UnaryConstant(string Operator, ConstantExpression Operand) : ConstantExpression;

/// <summary>C#'s operator sign: + - * / % &lt;&lt; &gt;&gt; &amp; | ^ == != &lt; &lt;= &gt; &gt;= &amp;&amp; ||</summary>
internal sealed record BinaryConstant(string Operator, ConstantExpression Left, ConstantExpression Right) : ConstantExpression;

internal sealed record ConditionalConstant(
    ConstantExpression Condition, ConstantExpression WhenTrue, ConstantExpression WhenFalse) : ConstantExpression;

internal sealed record CastConstant(ConstantType Type, ConstantExpression Operand) : ConstantExpression;
