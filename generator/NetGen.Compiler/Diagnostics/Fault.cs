using System.Globalization;
using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Diagnostics;

/// <summary>A diagnostic: a rule's id, a location, and the arguments of the message.</summary>
/// <param name="Id">The id of a <see cref="Rule"/>.</param>
/// <param name="Site">Index into the table of locations.</param>
/// <param name="Arguments">What is put into the rule's format.</param>
internal sealed record Fault(string Id, int Site, EquatableArray<string> Arguments)
{
    /// <summary>The site of code in another assembly: diagnostics there are shown where its block is used.</summary>
    public const int Elsewhere = -2;

    /// <summary>Additional locations: the use of the block.</summary>
    public EquatableArray<int> OtherSites { get; init; }

    /// <summary>The end of the message, which names the block, or "".</summary>
    public string Block { get; init; } = "";

    /// <summary>What code fixes propose, the likeliest first.</summary>
    public EquatableArray<SuggestedFix> Fixes { get; init; }

    /// <summary>The message as it is shown.</summary>
    public string Message => string.Format(
        CultureInfo.InvariantCulture, Rules.Of(Id).FormatWithBlock, [.. Arguments, Block]);
}
