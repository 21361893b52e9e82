namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>A valid network as C# source, with what a test needs to know to run it.</summary>
internal sealed record RandomNetwork(
    string ClassName, string Source, SampleShape Input, SampleShape Output, RandomLabels Labels, int Samples)
{
    /// <summary>The values of a sample at each of the named outputs, in their order.</summary>
    public IReadOnlyList<int> NamedOutputs { get; init; } = [];

    /// <summary>How many tokens there are, where the input is tokens; 0 where it is numbers.</summary>
    public int Vocabulary { get; init; }

    /// <summary>What a sample is a row of, where it is more than the input alone.</summary>
    public IReadOnlyList<RandomSource> Sources { get; init; } = [];

    /// <summary>The parts of a sample: the input, or those of a row.</summary>
    public IReadOnlyList<RandomSource> Parts => Sources.Count > 0 ? Sources : [new(Input.Count, Vocabulary)];

    /// <summary>The label that the loss ignores.</summary>
    public int IgnoreIndex => Labels == RandomLabels.IndicesWithoutFirst ? 0 : -100;

    /// <summary>Class indices of a sample: one for each position of the output.</summary>
    public int LabelsPerSample => Output.Positions;
}

/// <summary>What the loss of a random network compares with.</summary>
internal enum RandomLabels
{
    /// <summary>The network has no loss: a random gradient comes from above.</summary>
    None,

    /// <summary>Class indices.</summary>
    Indices,

    /// <summary>Class indices, of which 0 does not count.</summary>
    IndicesWithoutFirst,

    /// <summary>Probabilities over the class axis.</summary>
    Probabilities,

    /// <summary>Numbers from 0 to 1.</summary>
    UnitNumbers,

    /// <summary>Any numbers.</summary>
    Numbers,

    /// <summary>1 and -1.</summary>
    Signs,

    /// <summary>For each sample some classes, and -1 after the last.</summary>
    ClassLists,

    /// <summary>The input itself.</summary>
    Input,
}
