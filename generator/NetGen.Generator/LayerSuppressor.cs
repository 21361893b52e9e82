using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// Suppresses analyzer rules about attributes that do not apply to layers. A block is an attribute in syntax only: it is never created or
/// looked up at run time, so neither its arguments nor whether it is sealed matters.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor[] OfBlocks =
    [
        new("NGS0001", "CA1019", "A block's arguments are read when the network is compiled; its attributes name them as constants."),
        new("NGS0002", "CA1813", "A block is never looked for at run time, which an open attribute makes slower."),
        new("NGS0003", "CA1852", "A block has no virtual call that would be faster in a sealed class."),
    ];

    private static readonly SuppressionDescriptor OfSizes =
        new("NGS0004", "CS3016", "The sizes and weights of a layer are lists that only the compiler reads.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. OfBlocks, OfSizes];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
            if (Guard.Run(() => Of(diagnostic, context), _ => null, context.CancellationToken) is { } suppression)
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
    }

    private static SuppressionDescriptor? Of(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
            return null;
        CancellationToken cancellation = context.CancellationToken;
        SyntaxNode node = tree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        SemanticModel model = context.GetSemanticModel(tree);
        if (diagnostic.Id == OfSizes.SuppressedDiagnosticId)
            return node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol layer
                && (TypeNames.NamespaceOf(layer) == TypeNames.Namespace || TypeNames.IsBlock(layer)) ? OfSizes : null;
        return node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type && TypeNames.IsBlock(type)
            ? OfBlocks.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id)
            : null;
    }
}
