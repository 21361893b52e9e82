namespace NetGen.Data;

/// <summary>Texts and their classes before anything is learnt of them.</summary>
internal sealed class TextCorpus
{
    public TextCorpus(string path, Type type, IReadOnlyList<LabelledText> texts, TokenizerKind kind)
    {
        (Path, Type, Texts, Kind) = (path, type, texts, kind);
        Name = System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(path));
        ClassNames = CategoryIndex.Sorted([.. texts.Select(text => text.Label).Distinct(StringComparer.Ordinal)]);
        Contract = TextContract.OfTexts(type, kind);
    }

    public string Name { get; }

    /// <summary>The file or folder, for messages.</summary>
    public string Path { get; }

    /// <summary>The user's type, whose attributes state the contract.</summary>
    public Type Type { get; }

    public IReadOnlyList<LabelledText> Texts { get; }

    public TokenizerKind Kind { get; }

    public IReadOnlyList<string> ClassNames { get; }

    public TextContract Contract { get; }

    /// <summary>What is learnt of the texts with these indices.</summary>
    public TextPreparation Learn(ReadOnlySpan<int> indices)
    {
        var counts = new PieceCounts();
        foreach (int index in indices)
        {
            string text = Texts[index].Text;
            foreach (TextPiece piece in TextPiece.Of(Kind, text))
                counts.Add(piece.In(text));
        }

        return TextPreparation.Of(Tokenizer.Learn(Kind, counts, Contract.Vocabulary), Contract, ClassNames);
    }
}
