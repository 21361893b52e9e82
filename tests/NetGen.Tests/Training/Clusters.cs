namespace NetGen.Tests.Training;

/// <summary>Points of three classes around three centres, [5] each; also with one-hot targets instead of labels.</summary>
internal sealed class Clusters : IDataSet
{
    private readonly float[] samples;
    private readonly int[] labels;
    private readonly bool oneHot;

    public Clusters(int count, bool oneHot = false, int seed = 1)
    {
        this.oneHot = oneHot;
        var random = new Random(seed);
        labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(LinearClassifier.Classes))];
        samples = [.. labels.SelectMany(
            label => Enumerable.Range(0, LinearClassifier.Features).Select(i => (i == label ? 2f : 0f) + random.NextSingle() - 0.5f))];
    }

    public string Name => "clusters";

    public int Count => labels.Length;

    public int SampleSize { get; init; } = LinearClassifier.Features;

    public int Classes { get => oneHot ? 0 : field; init; } = LinearClassifier.Classes;

    public int LabelsPerSample => oneHot ? 0 : 1;

    public float[] Samples => samples;

    public int[] Labels => labels;

    /// <summary>A sample one of whose targets is NaN.</summary>
    public int? Broken { get; init; }

    /// <summary>Whether <see cref="Visited"/> is kept.</summary>
    public bool Visits { get; init; } = true;

    public List<int> Visited { get; } = [];

    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            if (Visits)
                Visited.Add(indices[i]);
            samples.AsSpan(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
        }
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            destination[i] = labels[indices[i]];
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        destination.Clear();
        for (int i = 0; i < indices.Length; i++)
        {
            destination[(i * LinearClassifier.Classes) + labels[indices[i]]] = 1;
            if (indices[i] == Broken)
                destination[(i * LinearClassifier.Classes) + 1] = float.NaN;
        }
    }
}
