namespace NetGen.Data;

/// <summary>A data set whose samples may belong to groups that a split keeps together, such as the pictures of one patient.</summary>
public interface IGroupedDataSet : IDataSet
{
    /// <summary>Whether samples belong to groups.</summary>
    bool HasGroups { get; }

    /// <summary>Copies the numbers of the groups of the samples with these indices.</summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="IDataSet.Count"/>.</param>
    /// <param name="destination">Room for exactly one number for each.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">There are no groups.</exception>
    void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination);
}
