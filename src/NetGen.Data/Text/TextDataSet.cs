namespace NetGen.Data;

/// <summary>
/// Texts with a class each. A set is a class that derives from this one and states the tokens of a sample, the size of the vocabulary and
/// the classes. The vocabulary is learnt from the training part alone: <see cref="DataSetSplits"/> give parts that all take what the first
/// has taught. The set itself, as a whole, takes that of all its texts.
/// </summary>
/// <remarks>
/// A text with more tokens than a sample is cut, one with fewer is padded at its end with token 0; where [Sample] states
/// <c>PaddingToken = 0</c>, layers leave padding out. Classes are numbered in the ordinal order of their names, or where all are whole
/// numbers, by their size. All texts are kept in memory.
/// </remarks>
/// <example>
/// <c>[DataSet, Sample(64, Vocabulary = 1000, PaddingToken = 0), Classes(2)]
/// public sealed class Reviews(string path) : TextDataSet(path);</c>
/// </example>
public abstract class TextDataSet : IFittedDataSet
{
    private readonly TextCorpus corpus;
    private readonly Lazy<TextSamples> whole;

    /// <summary>
    /// Reads a file with a text and its class on each line, separated by a tab; or a folder with one folder or file a class.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="tokenizer">How texts become tokens.</param>
    /// <exception cref="InvalidOperationException">The type states no [Sample] of tokens, or no [Classes].</exception>
    /// <exception cref="InvalidDataException">A file is no such text; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    protected TextDataSet(string path, TokenizerKind tokenizer = TokenizerKind.Words)
        : this(TextSource.Of(path), tokenizer)
    {
    }

    /// <summary>Reads texts with their classes.</summary>
    /// <param name="source">Where they stand.</param>
    /// <param name="tokenizer">How texts become tokens.</param>
    /// <exception cref="InvalidOperationException">The type states no [Sample] of tokens, or no [Classes].</exception>
    /// <exception cref="InvalidDataException">A file is no such text; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    protected TextDataSet(TextSource source, TokenizerKind tokenizer = TokenizerKind.Words)
    {
        ArgumentNullException.ThrowIfNull(source);
        corpus = new TextCorpus(source.Path, GetType(), source.Read(), tokenizer);
        whole = new Lazy<TextSamples>(() => new TextSamples(corpus, corpus.Learn(SampleIndices.All(Count))));
    }

    /// <inheritdoc/>
    public string Name => corpus.Name;

    /// <inheritdoc/>
    public int Count => corpus.Texts.Count;

    /// <summary>What was learnt from all texts; a part of a split has that of its training part.</summary>
    public Preparation Preparation => whole.Value.Preparation;

    /// <inheritdoc/>
    public int SampleSize => corpus.Contract.Steps;

    /// <inheritdoc/>
    public int Classes => corpus.Contract.Classes;

    /// <inheritdoc/>
    public int LabelsPerSample => 1;

    /// <inheritdoc/>
    object IFittedDataSet.Source => corpus;

    /// <summary>A text as it stands in its file.</summary>
    /// <param name="index">Its index, at least 0 and below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the set.</exception>
    public string TextOf(int index)
    {
        SampleIndices.Require([index], Count, Name);
        return corpus.Texts[index].Text;
    }

    /// <inheritdoc/>
    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyTokens(indices, destination);

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyLabels(indices, destination);

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => whole.Value.CopyTargets(indices, destination);

    /// <inheritdoc/>
    public IFittedDataSet FitTo(ReadOnlySpan<int> indices) => TextSamples.FitTo(corpus, indices);

    /// <inheritdoc/>
    public IFittedDataSet PreparedAs(Preparation preparation) => TextSamples.PreparedAs(corpus, preparation);

    /// <inheritdoc/>
    public void Require(ReadOnlySpan<int> indices) => whole.Value.Require(indices);
}
