using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Applies one kind of the compiler's fixes.</summary>
internal interface ISuggestedFixEdit
{
    FixKind Kind { get; }

    /// <summary>The fix as edits, or null where the source does not allow it. The key distinguishes proposals of one kind.</summary>
    /// <param name="place">The site of the fix.</param>
    /// <param name="fix">The compiler's suggestion.</param>
    /// <param name="isInBlock">Whether the place is in a block with parameters, where sizes differ from use to use.</param>
    Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock);
}
