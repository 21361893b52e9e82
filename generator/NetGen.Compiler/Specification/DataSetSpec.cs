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
/// <param name="Count">About how many samples there are to learn from, or 0 where the type does not say.</param>
internal sealed record DataSetSpec(
    string Key, string Name, EquatableArray<long> Sample, bool ChannelsLength,
    DataSetLabels Labels, long Classes, LabelSpacing Per, EquatableArray<long> Target, long Count = 0)
{
    /// <summary>How many tokens there are, 0 to one less than this; 0 where samples are numbers.</summary>
    public long Vocabulary { get; init; }

    /// <summary>The token that pads samples; null where there is none.</summary>
    public int? PaddingToken { get; init; }

    /// <summary>Whether each sample says how many of its steps are true.</summary>
    public bool HasLengths { get; init; }

    /// <summary>The name of the first input; "" where it has none.</summary>
    public string SampleName { get; init; } = "";

    /// <summary>The inputs besides the first, each with a name.</summary>
    public EquatableArray<SampleSpec> Others { get; init; }

    /// <summary>All inputs, the first one first.</summary>
    public IEnumerable<SampleSpec> Samples => Others.Prepend(
        new SampleSpec(SampleName, Sample, ChannelsLength)
        {
            Vocabulary = Vocabulary,
            PaddingToken = PaddingToken,
            HasLengths = HasLengths,
        });

    /// <summary>What it gives for an input of a network: the first for the first, else that of the name; null where it has none.</summary>
    public SampleSpec? SampleOf(int input, string name) =>
        input == 0 ? Samples.First() : Others.FirstOrDefault(sample => sample.Name == name);

    /// <summary>Where the type states its sample, or <see cref="SuggestedFix.AtFault"/> where that is no source of this project.</summary>
    public int SampleSite { get; init; } = SuggestedFix.AtFault;

    /// <summary>
    /// Whether it is a set of arrays and not a type that states what it holds: sizes that the source does not say are open,
    /// <see cref="Sample"/> and <see cref="Target"/> empty and <see cref="Classes"/> 0, and so is what has a label.
    /// </summary>
    public bool IsOfArrays { get; init; }
}
