namespace NetGen.Execution.Tests.Losses;

/// <summary>Samples of numbers with one class label each.</summary>
internal sealed class Labelled(float[] samples, int[] labels) : IDataSet
{
    public string Name => "labelled";

    public int Count => labels.Length;

    public int SampleSize => samples.Length / labels.Length;

    public int Classes { get; init; } = 3;

    public int LabelsPerSample => 1;

    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            samples.AsSpan(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            destination[i] = labels[indices[i]];
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new InvalidOperationException("there are no targets");
}
