using NetGen.Compiler.Diagnostics;

namespace NetGen.Compiler.Shaping;

/// <summary>Why a data set does not fit a network.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Fixes">Edits of the network or the data set, the likeliest first, each at a site.</param>
internal sealed record Misfit(string Text, IReadOnlyList<SuggestedFix> Fixes);
