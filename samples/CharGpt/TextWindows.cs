using NetGen;

namespace CharGpt;

/// <summary>Pieces of a text, each character labelled with the one that follows it.</summary>
/// <param name="name">What messages call it.</param>
/// <param name="text">The characters' numbers.</param>
/// <param name="stride">Characters from the beginning of a piece to that of the next: less than its length, and they overlap.</param>
[DataSet, Sample(Length, Vocabulary = Alphabet.Size), Classes(Alphabet.Size, Per = Per.Step)]
internal sealed class TextWindows(string name, int[] text, int stride) : IDataSet
{
    /// <summary>The characters of a piece.</summary>
    public const int Length = 64;

    public string Name => name;

    public int Count => ((text.Length - Length - 1) / stride) + 1;

    public int SampleSize => Length;

    public int Classes => Alphabet.Size;

    public int LabelsPerSample => Length;

    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) => Copy(indices, destination, shift: 0);

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => Copy(indices, destination, shift: 1);

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException("The pieces of a text have labels, and no targets.");

    private void Copy(ReadOnlySpan<int> indices, Span<int> destination, int shift)
    {
        for (int i = 0; i < indices.Length; i++)
            text.AsSpan((indices[i] * stride) + shift, Length).CopyTo(destination[(i * Length)..]);
    }
}
