using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes.Declarations;

/// <summary>A fix of a declaration that needs the source alone.</summary>
internal interface IDeclarationFix
{
    /// <summary>The rules that it fixes.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>The proposals, or none where the source allows none.</summary>
    Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation);
}
