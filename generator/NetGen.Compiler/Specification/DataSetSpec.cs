using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Compiler.Specification;

/// <summary>What a data set's type says about its samples and labels.</summary>
/// <param name="Key">The type's full name.</param>
/// <param name="Name">The type's simple name.</param>
/// <param name="Sample">Sizes of a sample, channels first.</param>
/// <param name="ChannelsLength">Whether two sizes are a signal instead of a sequence.</param>
/// <param name="Classes">The number of classes, or 0.</param>
/// <param name="Target">Sizes of a target of numbers; empty where there is none.</param>
/// <param name="Samples">About how many samples there are to learn from, or 0 where the type does not say.</param>
internal sealed record DataSetSpec(
    string Key, string Name, EquatableArray<long> Sample, bool ChannelsLength,
    DataSetLabels Labels, long Classes, LabelSpacing Per, EquatableArray<long> Target, long Samples = 0)
{
    /// <summary>How many tokens there are, 0 to one less than this; 0 where samples are numbers.</summary>
    public long Vocabulary { get; init; }

    /// <summary>The token that pads samples; null where there is none.</summary>
    public int? PaddingToken { get; init; }

    /// <summary>Where the type states its sample, or <see cref="SuggestedFix.AtFault"/> where that is no source of this project.</summary>
    public int SampleSite { get; init; } = SuggestedFix.AtFault;

    /// <summary>
    /// Whether it is a set of arrays and not a type that states what it holds: sizes that the source does not say are open,
    /// <see cref="Sample"/> and <see cref="Target"/> empty and <see cref="Classes"/> 0, and so is what has a label.
    /// </summary>
    public bool IsOfArrays { get; init; }
}
