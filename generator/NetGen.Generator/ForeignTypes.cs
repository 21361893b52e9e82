using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>Types of PyTorch and Keras that C# does not know, outside of attributes: what the library has in their place.</summary>
internal static class ForeignTypes
{
    public static void Check(SyntaxNodeAnalysisContext context)
    {
        // Almost all names are others, which their text shows; the rest are bound.
        var name = (SimpleNameSyntax)context.Node;
        if (OtherFrameworkTypes.Find(name.Identifier.ValueText) is not { } counterpart || !CanBeType(name))
            return;
        Diagnostic? found = Guard.Run(
            () => Of(name, counterpart, context),
            exception => Descriptors.ToDiagnostic(Failures.Of(name.Identifier.ValueText, "ForeignTypes", exception), [name.GetLocation()]),
            context.CancellationToken);
        if (found is not null)
            context.ReportDiagnostic(found);
    }

    private static Diagnostic? Of(SimpleNameSyntax name, TypeCounterpart counterpart, SyntaxNodeAnalysisContext context)
    {
        SyntaxNode written = WithQualifiers(name);
        bool isKnown = IsKnown(name, context) || (written != name && IsKnown(Leftmost(written), context));
        if (isKnown || HasKnownEnding(written, name) || !SeesLibrary(name, context))
            return null;
        var fault = new Fault(Rules.ForeignType.Id, 0, EquatableArray.Of(name.Identifier.ValueText, counterpart.Meaning))
        {
            Fixes = counterpart.Type is { } ours
                ? EquatableArray.Of(new SuggestedFix(FixKind.Replace, ours)) : EquatableArray<SuggestedFix>.Empty,
        };
        return Descriptors.ToDiagnostic(fault, [written.GetLocation()]);
    }

    /// <summary>Attributes are layers, which have rules of their own; names of arguments and in comments are no types.</summary>
    private static bool CanBeType(SimpleNameSyntax name) =>
        name.Parent is not (NameEqualsSyntax or NameColonSyntax) && name.FirstAncestorOrSelf<AttributeListSyntax>() is null
            && !name.IsPartOfStructuredTrivia();

    private static bool IsKnown(SyntaxNode name, SyntaxNodeAnalysisContext context)
    {
        SymbolInfo info = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken);
        return info.Symbol is not (null or IErrorTypeSymbol) || info.CandidateSymbols.Length > 0;
    }

    /// <summary>The name with the modules before it: torch.optim.lr_scheduler.StepLR.</summary>
    private static SyntaxNode WithQualifiers(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        MemberAccessExpressionSyntax access when access.Name == name => access,
        _ => name,
    };

    private static SyntaxNode Leftmost(SyntaxNode written) => written switch
    {
        QualifiedNameSyntax qualified => Leftmost(qualified.Left),
        MemberAccessExpressionSyntax access => Leftmost(access.Expression),
        _ => written,
    };

    /// <summary>Whether it is a module before a name that is answered itself: one message is enough.</summary>
    private static bool HasKnownEnding(SyntaxNode written, SimpleNameSyntax name)
    {
        for (SyntaxNode? node = written.Parent; node is QualifiedNameSyntax or MemberAccessExpressionSyntax; node = node.Parent)
        {
            SimpleNameSyntax ending = node is QualifiedNameSyntax qualified ? qualified.Right : ((MemberAccessExpressionSyntax)node).Name;
            if (ending != name && OtherFrameworkTypes.Find(ending.Identifier.ValueText) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Whether the file uses the library: its types have no qualifier there.</summary>
    private static bool SeesLibrary(SimpleNameSyntax name, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.LookupNamespacesAndTypes(name.SpanStart, name: "IDataSet").OfType<INamedTypeSymbol>()
            .Any(type => TypeNames.IsOurs(type, "IDataSet"));
}
