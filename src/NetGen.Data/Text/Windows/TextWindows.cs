using System.Text;

namespace NetGen.Data;

/// <summary>
/// Windows of one long text, each token labelled with the one that follows it: what a language model learns from. A set is a class that
/// derives from this one and states the tokens of a window, the size of the vocabulary, and as many classes for each step.
/// </summary>
/// <remarks>
/// Windows begin every <c>stride</c> pieces of the text: characters, words, or of byte pairs the words and numbers within which bytes
/// merge. <see cref="DataSetSplits.SplitByTime"/> trains on the beginning of the text and learns the vocabulary from it alone. The text is
/// kept in memory.
/// </remarks>
/// <example>
/// <c>[DataSet, Sample(64, Vocabulary = 80), Classes(80, Per = Per.Step)]
/// public sealed class Novel(string path) : TextWindows(path);</c>
/// </example>
public abstract class TextWindows : IFittedDataSet
{
    private readonly WindowedText text;
    private readonly Lazy<WindowSamples> whole;

    /// <summary>Reads a text.</summary>
    /// <param name="path">A file of text.</param>
    /// <param name="tokenizer">How the text becomes tokens.</param>
    /// <param name="stride">
    /// Pieces from the beginning of a window to that of the next; by default as many as a window has tokens, and of byte pairs, several of
    /// which are a piece, half as many.
    /// </param>
    /// <param name="encoding">
    /// How bytes become characters, such as <see cref="Encoding.Latin1"/>; UTF-8 by default. A BOM by which the file begins goes before it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The stride is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The type states no [Sample] of tokens, or no [Classes] with <c>Per = Per.Step</c> and as many classes as tokens.
    /// </exception>
    /// <exception cref="InvalidDataException">A byte is no character, or the text is too short; the message names the place.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    protected TextWindows(
        string path, TokenizerKind tokenizer = TokenizerKind.Characters, int stride = 0, Encoding? encoding = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(stride);
        text = new WindowedText(path, GetType(), tokenizer, stride, encoding ?? Encoding.UTF8);
        whole = new Lazy<WindowSamples>(() => new WindowSamples(text, text.Learn(SampleIndices.All(Count))));
    }

    /// <inheritdoc/>
    public string Name => text.Name;

    /// <inheritdoc/>
    public int Count => text.Count;

    /// <summary>What was learnt from the whole text; a part of a split has that of its training part.</summary>
    public Preparation Preparation => whole.Value.Preparation;

    /// <inheritdoc/>
    public int SampleSize => text.Contract.Steps;

    /// <inheritdoc/>
    public int Classes => text.Contract.Classes;

    /// <inheritdoc/>
    public int LabelsPerSample => text.Contract.Steps;

    /// <inheritdoc/>
    object IFittedDataSet.Source => text;

    /// <inheritdoc/>
    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyTokens(indices, destination);

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => whole.Value.CopyLabels(indices, destination);

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => whole.Value.CopyTargets(indices, destination);

    /// <inheritdoc/>
    public IFittedDataSet FitTo(ReadOnlySpan<int> indices) => WindowSamples.FitTo(text, indices);

    /// <inheritdoc/>
    public IFittedDataSet PreparedAs(Preparation preparation) => WindowSamples.PreparedAs(text, preparation);

    /// <inheritdoc/>
    public void Require(ReadOnlySpan<int> indices) => SampleIndices.Require(indices, Count, Name);
}
