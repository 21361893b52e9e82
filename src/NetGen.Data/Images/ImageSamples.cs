namespace NetGen.Data;

/// <summary>Pictures as samples, normalised by what is stated or what was learnt from some of them.</summary>
internal sealed class ImageSamples : IFittedDataSet
{
    private readonly ImageCorpus corpus;
    private readonly ImagePreparation preparation;
    private readonly float[] table;
    private readonly int[] classes;

    public ImageSamples(ImageCorpus corpus, ImagePreparation preparation)
    {
        (this.corpus, this.preparation, table) = (corpus, preparation, preparation.NormalizationTable());

        // The classes of the training part, by their names.
        string[] names = [.. preparation.ClassNames];
        classes = [.. corpus.ClassNames.Select(name => Array.IndexOf(names, name))];
        SampleSize = preparation.Channels * preparation.Height * preparation.Width;
    }

    public string Name => corpus.Name;

    public int Count => corpus.Paths.Length;

    public Preparation Preparation => preparation;

    public bool Learns => corpus.Learns;

    public object Source => corpus;

    public int SampleSize { get; }

    public ReadOnlySpan<int> Shape => corpus.Shape;

    public bool? CopiesChannelsLast => false;

    public int Classes => corpus.ClassNames.Count;

    public int LabelsPerSample => 1;

    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        Require(indices, destination.Length, SampleSize);
        byte[][]? decoded = corpus.Decode(indices);
        for (int i = 0; i < indices.Length; i++)
            preparation.Normalize(corpus.BytesOf(decoded, i, indices[i]), table, destination.Slice(i * SampleSize, SampleSize));
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        Require(indices, destination.Length, 1);
        for (int i = 0; i < indices.Length; i++)
        {
            destination[i] = classes[corpus.Labels[indices[i]]];
            if (destination[i] < 0)
                throw OfNoClass(indices[i]);
        }
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has class labels and no targets; use a loss that takes class indices.");

    public IFittedDataSet FitTo(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
            throw new ArgumentException($"Nothing is learnt from no sample of '{Name}'; expected at least one index.", nameof(indices));
        SampleIndices.Require(indices, Count, Name);
        return new ImageSamples(corpus, corpus.Learn(indices));
    }

    public IFittedDataSet PreparedAs(Preparation preparation)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        return ReferenceEquals(preparation, this.preparation) ? this : new ImageSamples(corpus, corpus.Take(preparation));
    }

    public void Require(ReadOnlySpan<int> indices)
    {
        SampleIndices.Require(indices, Count, Name);
        foreach (int index in indices)
        {
            if (classes[corpus.Labels[index]] < 0)
                throw OfNoClass(index);
        }
    }

    private InvalidDataException OfNoClass(int index) => new(
        $"'{corpus.Paths[index]}' is of the class '{corpus.ClassNames[corpus.Labels[index]]}', which is none of those of the "
                + "training part: "
            + $"{CsvReader.Listed(preparation.ClassNames)}.");

    private void Require(ReadOnlySpan<int> indices, int room, int each)
    {
        if (room != (long)indices.Length * each)
            throw new ArgumentException($"Expected room for exactly {(long)indices.Length * each} values; got {room}.", "destination");
        SampleIndices.Require(indices, Count, Name);
    }
}
