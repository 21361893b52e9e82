using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Language;

namespace NetGen.Generator.Reading;

/// <summary>
/// Reads constant expressions. In a block, the names of its parameters' constants and In are kept as names, whatever C#
/// makes of them: before generation they are unbound, and after it they have the value of one use.
/// </summary>
internal sealed class ExpressionReader(SemanticModel model, ISet<string> names, CancellationToken cancellation)
{
    private static readonly Dictionary<SyntaxKind, string> Unary = new()
    {
        [SyntaxKind.UnaryPlusExpression] = "+",
        [SyntaxKind.UnaryMinusExpression] = "-",
        [SyntaxKind.LogicalNotExpression] = "!",
        [SyntaxKind.BitwiseNotExpression] = "~",
    };

    private static readonly Dictionary<SyntaxKind, string> Binary = new()
    {
        [SyntaxKind.AddExpression] = "+",
        [SyntaxKind.SubtractExpression] = "-",
        [SyntaxKind.MultiplyExpression] = "*",
        [SyntaxKind.DivideExpression] = "/",
        [SyntaxKind.ModuloExpression] = "%",
        [SyntaxKind.LeftShiftExpression] = "<<",
        [SyntaxKind.RightShiftExpression] = ">>",
        [SyntaxKind.BitwiseAndExpression] = "&",
        [SyntaxKind.BitwiseOrExpression] = "|",
        [SyntaxKind.ExclusiveOrExpression] = "^",
        [SyntaxKind.EqualsExpression] = "==",
        [SyntaxKind.NotEqualsExpression] = "!=",
        [SyntaxKind.LessThanExpression] = "<",
        [SyntaxKind.LessThanOrEqualExpression] = "<=",
        [SyntaxKind.GreaterThanExpression] = ">",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">=",
        [SyntaxKind.LogicalAndExpression] = "&&",
        [SyntaxKind.LogicalOrExpression] = "||",
    };

    public ConstantExpression Read(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Read(parenthesized.Expression);
            case IdentifierNameSyntax name when names.Contains(name.Identifier.ValueText):
                return new NamedConstant(name.Identifier.ValueText);
            case LiteralExpressionSyntax literal when Value(literal.Token.Value) is { } value:
                return ConstantExpression.Of(value);
        }

        if (!expression.DescendantNodesAndSelf().Any(IsKeptName))
            return FromModel(expression);
        return expression switch
        {
            PrefixUnaryExpressionSyntax unary when Unary.TryGetValue(unary.Kind(), out string? sign) =>
                new UnaryConstant(sign, Read(unary.Operand)),
            BinaryExpressionSyntax binary when Binary.TryGetValue(binary.Kind(), out string? sign) =>
                new BinaryConstant(sign, Read(binary.Left), Read(binary.Right)),
            ConditionalExpressionSyntax conditional =>
                new ConditionalConstant(Read(conditional.Condition), Read(conditional.WhenTrue), Read(conditional.WhenFalse)),
            CastExpressionSyntax cast when TypeOf(model.GetTypeInfo(cast.Type, cancellation).Type) is { } type =>
                new CastConstant(type, Read(cast.Expression)),
            _ => ConstantExpression.Unknown,
        };
    }

    /// <summary>The type of a parameter or cast, or null for one that no attribute of ours has.</summary>
    public static ConstantType? TypeOf(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => ConstantType.Int,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_UInt16 } => ConstantType.Int,
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt32 } => ConstantType.Long,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => ConstantType.Double,
        { SpecialType: SpecialType.System_Boolean } => ConstantType.Bool,
        { SpecialType: SpecialType.System_String } => ConstantType.String,
        _ => null,
    };

    private static ConstantValue? Value(object? value) => value switch
    {
        int number => ConstantValue.Of(number),
        long number => ConstantValue.Of(number),
        double number => ConstantValue.Of(number),
        float number => ConstantValue.Of((double)number),
        bool truth => ConstantValue.Of(truth),
        string text => ConstantValue.Of(text),
        byte number => ConstantValue.Of((int)number),
        sbyte number => ConstantValue.Of((int)number),
        short number => ConstantValue.Of((int)number),
        ushort number => ConstantValue.Of((int)number),
        char letter => ConstantValue.Of((int)letter),
        uint number => ConstantValue.Of((long)number),
        _ => null,
    };

    /// <summary>A name left of a dot is a type, as in Axes.ChannelsLength, also where a parameter is called axes.</summary>
    private bool IsKeptName(SyntaxNode node) =>
        node is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText)
        && node.Parent is not MemberAccessExpressionSyntax;

    private ConstantExpression FromModel(ExpressionSyntax expression)
    {
        // What is meant by another framework's argument stands in no file, so that C# knows no value for it.
        if (expression.SyntaxTree != model.SyntaxTree)
            return ConstantExpression.Unknown;
        Optional<object?> constant = model.GetConstantValue(expression, cancellation);
        if (constant.HasValue && Value(constant.Value) is { } value)
            return ConstantExpression.Of(value);

        // Where C# cannot bind the attribute as a whole, signs before literals are still clear.
        return expression is PrefixUnaryExpressionSyntax unary && Unary.TryGetValue(unary.Kind(), out string? sign)
            ? new UnaryConstant(sign, Read(unary.Operand))
            : ConstantExpression.Unknown;
    }
}
