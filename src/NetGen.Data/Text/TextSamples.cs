namespace NetGen.Data;

/// <summary>Texts as tokens, prepared by what was learnt from some of them.</summary>
internal sealed class TextSamples : IFittedDataSet
{
    private readonly TextCorpus corpus;
    private readonly TextPreparation preparation;
    private readonly Lazy<int[]> tokens;
    private readonly int[] labels;
    private readonly int[] shape;

    /// <exception cref="InvalidDataException">The texts have another number of classes than the type states.</exception>
    public TextSamples(TextCorpus corpus, TextPreparation preparation)
    {
        (this.corpus, this.preparation, shape) = (corpus, preparation, [corpus.Contract.Steps]);
        int classes = preparation.ClassNames.Count;
        if (classes != Classes)
        {
            throw new InvalidDataException(
                $"'{corpus.Path}' has {classes} classes: {CsvReader.Listed(preparation.ClassNames)}; expected {Classes}, as [Classes] on "
                    + $"{corpus.Type.Name} states.");
        }

        var numbers = preparation.ClassNames.Select((name, index) => (name, index))
            .ToDictionary(named => named.name, named => named.index, StringComparer.Ordinal);
        labels = [.. corpus.Texts.Select(text => numbers.GetValueOrDefault(text.Label, -1))];
        tokens = new Lazy<int[]>(Encode);
    }

    public string Name => corpus.Name;

    public int Count => corpus.Texts.Count;

    public Preparation Preparation => preparation;

    public int SampleSize => corpus.Contract.Steps;

    public ReadOnlySpan<int> Shape => shape;

    public int Vocabulary => corpus.Contract.Vocabulary;

    public int Classes => corpus.Contract.Classes;

    public int LabelsPerSample => 1;

    public object Source => corpus;

    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        Require(indices, destination.Length, SampleSize, "tokens");
        for (int i = 0; i < indices.Length; i++)
            tokens.Value.AsSpan(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        Require(indices, destination.Length, 1, "labels");
        for (int i = 0; i < indices.Length; i++)
        {
            destination[i] = labels[indices[i]];
            if (destination[i] < 0)
                throw Refused(indices[i]);
        }
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has class labels and no targets; use a loss that takes class indices.");

    public IFittedDataSet FitTo(ReadOnlySpan<int> indices) => FitTo(corpus, indices);

    public IFittedDataSet PreparedAs(Preparation preparation) =>
        ReferenceEquals(preparation, this.preparation) ? this : PreparedAs(corpus, preparation);

    public void Require(ReadOnlySpan<int> indices)
    {
        Require(indices, indices.Length, 1, "indices");
        foreach (int index in indices)
        {
            if (labels[index] < 0)
                throw Refused(index);
        }
    }

    /// <exception cref="ArgumentException">There is no index.</exception>
    public static TextSamples FitTo(TextCorpus corpus, ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException(
                $"Nothing is learnt from no sample of '{corpus.Name}'; expected at least one index.", nameof(indices));
        }

        SampleIndices.Require(indices, corpus.Texts.Count, corpus.Name);
        return new TextSamples(corpus, corpus.Learn(indices));
    }

    /// <exception cref="ArgumentException">It was learnt of other data.</exception>
    public static TextSamples PreparedAs(TextCorpus corpus, Preparation preparation)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        return new TextSamples(corpus, TextPreparation.Require(preparation, corpus.Name, corpus.Kind, corpus.Contract));
    }

    private int[] Encode()
    {
        var encoded = new int[(long)Count * SampleSize];
        Tokenizer tokenizer = preparation.CreateTokenizer();
        Parallel.For(0, Count, i => TextPreparation.Encode(
            tokenizer, corpus.Texts[i].Text, encoded.AsSpan(i * SampleSize, SampleSize)));
        return encoded;
    }

    private InvalidDataException Refused(int index)
    {
        LabelledText text = corpus.Texts[index];
        return (text.Place with { Column = 0 }).Error(
            $"'{text.Label}' is none of the classes of the training part ({CsvReader.Listed(preparation.ClassNames)}).");
    }

    private void Require(ReadOnlySpan<int> indices, int room, int size, string unit)
    {
        if (room != (long)indices.Length * size)
        {
            throw new ArgumentException(
                $"{indices.Length} samples are {(long)indices.Length * size} {unit}; there is room for {room}.", "destination");
        }

        SampleIndices.Require(indices, Count, Name);
    }
}
