using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Applies one kind of the compiler's fixes.</summary>
internal interface IRemedyFix
{
    RemedyKind Kind { get; }

    /// <summary>The remedy as edits, or null where the source does not allow it. The key tells proposals of one kind apart.</summary>
    /// <param name="place">The remedy's site.</param>
    /// <param name="remedy">What the compiler proposes.</param>
    /// <param name="isInBlock">Whether the place is in a block with parameters, where sizes differ from use to use.</param>
    Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock);
}
