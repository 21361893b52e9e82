using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Mends a declaration by what stands in the source.</summary>
internal interface IDeclarationFix
{
    /// <summary>The rules whose faults it mends.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>The ways out, or none where the source does not allow one.</summary>
    Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation);
}
