namespace NetGen.Data;

/// <summary>Windows of a text as tokens, prepared by what was learnt from some of them.</summary>
internal sealed class WindowSamples : IFittedDataSet
{
    private readonly WindowedText text;
    private readonly TextPreparation preparation;
    private readonly int[] shape;
    private readonly Lazy<(int[] Tokens, int[] Starts)> encoded;

    public WindowSamples(WindowedText text, TextPreparation preparation)
    {
        (this.text, this.preparation, shape) = (text, preparation, [text.Contract.Steps]);
        encoded = new Lazy<(int[] Tokens, int[] Starts)>(() => text.Encode(preparation.CreateTokenizer()));
    }

    public string Name => text.Name;

    public int Count => text.Count;

    public Preparation Preparation => preparation;

    public int SampleSize => text.Contract.Steps;

    public ReadOnlySpan<int> Shape => shape;

    public int Vocabulary => text.Contract.Vocabulary;

    public int Classes => text.Contract.Classes;

    public int LabelsPerSample => text.Contract.Steps;

    public object Source => text;

    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => Copy(indices, destination, shift: 0);

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => Copy(indices, destination, shift: 1);

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has a class label for each step and no targets; use [CrossEntropy].");

    public IFittedDataSet FitTo(ReadOnlySpan<int> indices) => FitTo(text, indices);

    public IFittedDataSet PreparedAs(Preparation preparation) =>
        ReferenceEquals(preparation, this.preparation) ? this : PreparedAs(text, preparation);

    public void Require(ReadOnlySpan<int> indices) => SampleIndices.Require(indices, Count, Name);

    /// <exception cref="ArgumentException">There is no index.</exception>
    public static WindowSamples FitTo(WindowedText text, ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException(
                $"Nothing is learnt from no sample of '{text.Name}'; expected at least one index.", nameof(indices));
        }

        SampleIndices.Require(indices, text.Count, text.Name);
        return new WindowSamples(text, text.Learn(indices));
    }

    /// <exception cref="ArgumentException">It was learnt of other data.</exception>
    public static WindowSamples PreparedAs(WindowedText text, Preparation preparation)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        TextPreparation other = TextPreparation.Require(preparation, text.Name, text.Kind, text.Contract);
        return other.ClassNames.Count == 0 ? new WindowSamples(text, other) : throw new ArgumentException(
            $"'{text.Name}' is a text of windows; it was to be prepared as texts with classes.", nameof(preparation));
    }

    private void Copy(ReadOnlySpan<int> indices, Span<int> destination, int shift)
    {
        if (destination.Length != (long)indices.Length * SampleSize)
        {
            throw new ArgumentException(
                $"{indices.Length} windows are {(long)indices.Length * SampleSize} tokens; there is room for {destination.Length}.",
                nameof(destination));
        }

        SampleIndices.Require(indices, Count, Name);
        (int[] tokens, int[] starts) = encoded.Value;
        for (int i = 0; i < indices.Length; i++)
            tokens.AsSpan(starts[indices[i]] + shift, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }
}
