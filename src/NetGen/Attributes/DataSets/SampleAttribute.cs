namespace NetGen;

/// <summary>
/// What one sample of a data set is: [features], [steps, features] or [channels, height, width]. A set for networks with several inputs has
/// one for each, in their order.
/// </summary>
/// <param name="sizes">One to three sizes, channels first.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = true)]
public sealed class SampleAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes of one sample.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }

    /// <summary>
    /// By which networks take it, and <see cref="IDataSet.CopyInput(string, ReadOnlySpan{int}, Span{float})"/> copies it; each behind the
    /// first needs one.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// How many tokens there are, where samples are tokens [steps], whole numbers from 0 to one less than this; 0 where they are numbers. A
    /// network over them begins with an <see cref="EmbeddingAttribute"/> that has a row for each.
    /// </summary>
    public int Vocabulary { get; init; }

    /// <summary>
    /// The token that pads samples to their length. Steps that hold it are no keys of an attention, and have no label; a sample that is all
    /// padding counts its first step as true.
    /// </summary>
    public int PaddingToken { get; init; }

    /// <summary>
    /// Whether each sample says how many of its steps are true, the first so many; <see cref="IDataSet.CopyLengths"/> gives the numbers.
    /// </summary>
    public bool Lengths { get; init; }

    /// <summary>
    /// Whether the set's own arrays have the channels last, as [height, width, channels]. <see cref="Sizes"/> are stated channels first all
    /// the same: training and evaluation transpose what <see cref="IDataSet.CopySamples"/> gives.
    /// </summary>
    public bool ChannelsLast { get; init; }
}
