using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Reading;

/// <summary>A name that a layer does not have.</summary>
/// <param name="Name">Where it is written.</param>
/// <param name="Suggestion">A sentence.</param>
/// <param name="Fixes">Edits there, the likeliest first.</param>
internal sealed record UnknownOption(IdentifierNameSyntax Name, string Suggestion, IReadOnlyList<SuggestedFix> Fixes);
