namespace NetGen.Data;

/// <summary>
/// A data set around another one, of which it passes on all that it does not change: shapes, further inputs, labels, groups, and what was
/// learnt from the training part.
/// </summary>
public abstract class WrappedDataSet : IGroupedDataSet
{
    /// <summary>Wraps a set.</summary>
    /// <param name="inner">The set.</param>
    protected WrappedDataSet(IDataSet inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>The set that is wrapped.</summary>
    public IDataSet Inner { get; private protected set; }

    /// <inheritdoc/>
    public virtual string Name => Inner.Name;

    /// <inheritdoc/>
    public virtual int Count => Inner.Count;

    /// <inheritdoc/>
    public virtual int SampleSize => Inner.SampleSize;

    /// <inheritdoc/>
    public virtual ReadOnlySpan<int> Shape => Inner.Shape;

    /// <inheritdoc/>
    public virtual bool? CopiesChannelsLast => Inner.CopiesChannelsLast;

    /// <inheritdoc/>
    public virtual int TargetSize => Inner.TargetSize;

    /// <inheritdoc/>
    public virtual int Classes => Inner.Classes;

    /// <inheritdoc/>
    public virtual int LabelsPerSample => Inner.LabelsPerSample;

    /// <inheritdoc/>
    public virtual int Vocabulary => Inner.Vocabulary;

    /// <inheritdoc/>
    public bool HasGroups => Inner is IGroupedDataSet { HasGroups: true };

    /// <inheritdoc/>
    public virtual bool HasWeights => Inner.HasWeights;

    SampleAttribute? IDataSet.OtherInput(string name) => Inner.OtherInput(name);

    /// <inheritdoc/>
    /// <remarks>The same around what the inner set is in that epoch.</remarks>
    public virtual IDataSet OfEpoch(int epoch)
    {
        IDataSet inner = Inner.OfEpoch(epoch);
        return ReferenceEquals(inner, Inner) ? this : Around(inner);
    }

    /// <summary>The index of a sample in <see cref="Inner"/>.</summary>
    /// <param name="index">Its index here, at least 0 and below <see cref="Count"/>.</param>
    public virtual int IndexInInner(int index) => index;

    /// <inheritdoc/>
    public virtual void CopySamples(ReadOnlySpan<int> indices, Span<float> destination) => Inner.CopySamples(indices, destination);

    /// <inheritdoc/>
    public virtual void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => Inner.CopyTokens(indices, destination);

    /// <inheritdoc/>
    public virtual void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination) =>
        Inner.CopyInput(name, indices, destination);

    /// <inheritdoc/>
    public virtual void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination) =>
        Inner.CopyInput(name, indices, destination);

    /// <inheritdoc/>
    public virtual void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination) =>
        Inner.CopyLengths(name, indices, destination);

    /// <inheritdoc/>
    public virtual void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => Inner.CopyLabels(indices, destination);

    /// <inheritdoc/>
    public virtual void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination) => Inner.CopyWeights(indices, destination);

    /// <inheritdoc/>
    public virtual void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => Inner.CopyTargets(indices, destination);

    /// <inheritdoc/>
    public virtual void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (Inner is not IGroupedDataSet { HasGroups: true } grouped)
            throw new NotSupportedException($"'{Name}' has no groups.");
        grouped.CopyGroups(indices, destination);
    }

    /// <summary>The same around another set, which has the samples of <see cref="Inner"/> prepared by other statistics.</summary>
    /// <param name="inner">The other set.</param>
    protected internal abstract WrappedDataSet Around(IDataSet inner);
}
