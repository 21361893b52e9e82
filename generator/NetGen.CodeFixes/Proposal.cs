using NetGen.CodeFixes.Edits;

namespace NetGen.CodeFixes;

/// <summary>One fix of a diagnostic, as an editor offers it.</summary>
/// <param name="Title">"Insert [Flatten]".</param>
/// <param name="Key">Proposals of one key are applied together by "fix all".</param>
/// <param name="Edits">What changes in the source.</param>
internal sealed record Proposal(string Title, string Key, IReadOnlyList<SourceEdit> Edits);
