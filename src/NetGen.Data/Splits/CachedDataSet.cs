namespace NetGen.Data;

/// <summary>A set whose samples, labels and targets were computed once and lie in memory. Further inputs are copied as before.</summary>
internal sealed class CachedDataSet : WrappedDataSet
{
    // Samples are computed in parts of so many.
    private const int PartLength = 1024;

    private readonly float[] samples;
    private readonly int[] tokens;
    private readonly int[] labels;
    private readonly float[] targets;

    /// <exception cref="ArgumentException">The samples do not fit into an array.</exception>
    public CachedDataSet(IDataSet inner)
        : base(inner)
    {
        bool hasTokens = inner.Vocabulary > 0;
        samples = hasTokens ? [] : new float[LengthOf(inner, inner.SampleSize)];
        tokens = hasTokens ? new int[LengthOf(inner, inner.SampleSize)] : [];
        labels = new int[LengthOf(inner, inner.LabelsPerSample)];
        targets = new float[LengthOf(inner, inner.TargetSize)];
        int[] indices = SampleIndices.All(inner.Count);
        for (int done = 0; done < indices.Length; done += PartLength)
        {
            ReadOnlySpan<int> part = indices.AsSpan(done, Math.Min(PartLength, indices.Length - done));
            if (hasTokens)
                inner.CopyTokens(part, PartOf(tokens, inner.SampleSize, done, part.Length));
            else
                inner.CopySamples(part, PartOf(samples, inner.SampleSize, done, part.Length));
            if (labels.Length > 0)
                inner.CopyLabels(part, PartOf(labels, inner.LabelsPerSample, done, part.Length));
            if (targets.Length > 0)
                inner.CopyTargets(part, PartOf(targets, inner.TargetSize, done, part.Length));
        }
    }

    public override void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (samples.Length == 0)
            base.CopySamples(indices, destination);
        else
            Copy(samples, SampleSize, indices, destination);
    }

    public override void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (tokens.Length == 0)
            base.CopyTokens(indices, destination);
        else
            Copy(tokens, SampleSize, indices, destination);
    }

    public override void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (labels.Length == 0)
            base.CopyLabels(indices, destination);
        else
            Copy(labels, LabelsPerSample, indices, destination);
    }

    public override void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (targets.Length == 0)
            base.CopyTargets(indices, destination);
        else
            Copy(targets, TargetSize, indices, destination);
    }

    // What was computed once stays.
    public override IDataSet OfEpoch(int epoch) => this;

    protected internal override WrappedDataSet Around(IDataSet inner) => new CachedDataSet(inner);

    private static Span<T> PartOf<T>(T[] values, int size, int first, int count) => values.AsSpan(first * size, count * size);

    private static int LengthOf(IDataSet data, int size) => (long)data.Count * size <= Array.MaxLength
        ? data.Count * size
        : throw new ArgumentException(
            $"{data.Count:N0} samples of '{data.Name}' have {(long)data.Count * size:N0} values; an array holds at most "
                + $"{Array.MaxLength:N0}. Without Cached they need not lie in memory.",
            nameof(data));

    private void Copy<T>(T[] values, int size, ReadOnlySpan<int> indices, Span<T> destination)
    {
        SampleIndices.Require(indices, Count, Name);
        if (destination.Length != (long)indices.Length * size)
        {
            throw new ArgumentException(
                $"{indices.Length} samples are {(long)indices.Length * size} values; there is room for {destination.Length}.",
                nameof(destination));
        }

        for (int i = 0; i < indices.Length; i++)
            values.AsSpan(indices[i] * size, size).CopyTo(destination[(i * size)..]);
    }
}
