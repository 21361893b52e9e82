using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Data;

/// <summary>A text with the beginnings of its windows, before anything is learnt of it.</summary>
internal sealed class WindowedText
{
    private readonly string text;
    private readonly List<TextPiece> pieces;
    private readonly int stride;

    /// <exception cref="InvalidDataException">A byte is no character, or the text is shorter than a window.</exception>
    public WindowedText(string path, Type type, TokenizerKind kind, int stride, Encoding encoding)
    {
        (Name, Kind, Contract) = (Path.GetFileNameWithoutExtension(path), kind, TextContract.OfWindows(type, kind));
        text = EncodedFile.Read(path, encoding, $"the argument {nameof(encoding)} of {nameof(TextWindows)}");
        pieces = TextPiece.Of(kind, text);
        int usual = kind == TokenizerKind.BytePairs ? Math.Max(1, Contract.Steps / 2) : Contract.Steps;
        this.stride = stride > 0 ? stride : usual;
        if (pieces.Count < Span)
        {
            string unit = kind == TokenizerKind.Characters ? "characters" : "words";
            throw new InvalidDataException(
                $"'{path}' has {pieces.Count} {unit}; expected at least {Span}: a window of {Contract.Steps} and the one that follows.");
        }

        Count = ((pieces.Count - Span) / this.stride) + 1;
    }

    public string Name { get; }

    public TokenizerKind Kind { get; }

    public TextContract Contract { get; }

    /// <summary>The number of windows.</summary>
    public int Count { get; }

    // Each piece is a token at least.
    private int Span => Contract.Steps + 1;

    /// <summary>What is learnt of the windows with these indices.</summary>
    public TextPreparation Learn(ReadOnlySpan<int> windows)
    {
        var learnt = new BitArray(pieces.Count);
        foreach (int window in windows)
        {
            for (int i = 0; i < Span; i++)
                learnt[(window * stride) + i] = true;
        }

        var counts = new PieceCounts();
        for (int i = 0; i < pieces.Count; i++)
        {
            if (learnt[i])
                counts.Add(pieces[i].In(text));
        }

        return TextPreparation.Of(Tokenizer.Learn(Kind, counts, Contract.Vocabulary), Contract, []);
    }

    /// <summary>The tokens of the text, and where among them each window begins.</summary>
    public (int[] Tokens, int[] Starts) Encode(Tokenizer tokenizer)
    {
        var tokens = new List<int>(pieces.Count);
        var starts = new int[pieces.Count];
        tokenizer.Encode(text, CollectionsMarshal.AsSpan(pieces), tokens, starts);
        var ofWindows = new int[Count];
        for (int i = 0; i < Count; i++)
            ofWindows[i] = starts[i * stride];
        return ([.. tokens], ofWindows);
    }
}
