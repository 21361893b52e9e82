using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Specification;

/// <summary>One input of a data set's samples.</summary>
/// <param name="Name">By which networks take it; "" for the first one where it has none.</param>
/// <param name="Sizes">Channels first.</param>
/// <param name="ChannelsLength">Whether two sizes are a signal instead of a sequence.</param>
internal sealed record SampleSpec(string Name, EquatableArray<long> Sizes, bool ChannelsLength)
{
    /// <summary>How many tokens there are, 0 to one less than this; 0 where samples are numbers.</summary>
    public long Vocabulary { get; init; }

    /// <summary>The token that pads samples; null where there is none.</summary>
    public int? PaddingToken { get; init; }

    /// <summary>Whether each sample says how many of its steps are true.</summary>
    public bool HasLengths { get; init; }
}
