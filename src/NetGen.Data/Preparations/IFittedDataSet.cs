namespace NetGen.Data;

/// <summary>
/// A data set whose samples depend on statistics. Splits and folds take those of their training part for all their parts. A set never
/// changes: each member gives another one of the same samples.
/// </summary>
public interface IFittedDataSet : IPreparedDataSet
{
    /// <summary>
    /// Whether anything is learnt of samples; else they depend on what is stated alone, and splits leave the set as it is. It is, unless
    /// the set says otherwise.
    /// </summary>
    bool Learns => true;

    /// <summary>Where the samples come from: the same object for all sets that the members here give.</summary>
    object Source { get; }

    /// <summary>All samples of this set, prepared by what is learnt from those with these indices.</summary>
    /// <param name="indices">Which samples are learnt from, each at least 0 and below <see cref="IDataSet.Count"/>; at least one.</param>
    /// <exception cref="ArgumentException">There is no index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="InvalidDataException">Nothing can be learnt from these samples.</exception>
    IFittedDataSet FitTo(ReadOnlySpan<int> indices);

    /// <summary>All samples of this set, prepared by what was learnt from others.</summary>
    /// <param name="preparation">What was learnt.</param>
    /// <exception cref="ArgumentException">It is of another kind of data.</exception>
    IFittedDataSet PreparedAs(Preparation preparation);

    /// <summary>Requires that samples can be made, so that an error comes before training and not behind it.</summary>
    /// <param name="indices">Which samples.</param>
    /// <exception cref="InvalidDataException">A value is of no use; the message says where it stands.</exception>
    void Require(ReadOnlySpan<int> indices);
}
