using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator;

/// <summary>
/// What a value is as far as the source around it says: behind a conversion to a base class or an interface, behind a variable
/// that is set once, and by the constraints of a type parameter.
/// </summary>
internal sealed class WrittenTypes(SemanticModel model, CancellationToken cancellation)
{
    // A variable may be set to a variable that is set to it in half-typed source.
    private const int MostSteps = 16;

    /// <summary>The nearest type that is wanted among those that the value is known to have, or null.</summary>
    public INamedTypeSymbol? Of(IOperation? value, Func<INamedTypeSymbol, bool> isWanted)
    {
        for (int step = 0; step < MostSteps && value is not null; step++)
        {
            if (Named(value.Type, isWanted) is { } type)
                return type;
            value = Before(value);
        }

        return null;
    }

    /// <summary>The operation that made the value, behind conversions and variables that are set once.</summary>
    public IOperation? Origin(IOperation? value)
    {
        for (int step = 0; step < MostSteps && value is not null && Before(value) is { } before; step++)
            value = before;
        return value;
    }

    private static INamedTypeSymbol? Named(ITypeSymbol? type, Func<INamedTypeSymbol, bool> isWanted) => type switch
    {
        INamedTypeSymbol named when isWanted(named) => named,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Select(constraint => Named(constraint, isWanted))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private IOperation? Before(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.Operand,
        IConditionalAccessInstanceOperation => Accessed(value),
        ILocalReferenceOperation { Local: var local } => InitialValue(local),
        _ => null,
    };

    /// <summary>What stands before the ?. of which the value is the left side.</summary>
    private static IOperation? Accessed(IOperation value)
    {
        for (IOperation? parent = value.Parent, child = value; parent is not null; child = parent, parent = parent.Parent)
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
        return null;
    }

    /// <summary>The value that a variable begins with, where nothing else is assigned to it.</summary>
    private IOperation? InitialValue(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(
            cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initial } declarator
            || declarator.SyntaxTree != model.SyntaxTree
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;

        // Statements of a program that has no Main are members of their own.
        SyntaxNode scope = member is GlobalStatementSyntax { Parent: { } program } ? program : member;
        bool isSetAgain = scope.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Names(assignment.Left, local),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => Names(argument.Expression, local),
            _ => false,
        });
        return isSetAgain ? null : model.GetOperation(initial, cancellation);
    }

    private static bool Names(ExpressionSyntax expression, ILocalSymbol local) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == local.Name,
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Names(argument.Expression, local)),
        ParenthesizedExpressionSyntax parenthesized => Names(parenthesized.Expression, local),
        _ => false,
    };
}
