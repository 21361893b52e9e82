using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>Turns texts into tokens and back. It is learnt from texts, and any number of threads may use it at once.</summary>
public abstract class Tokenizer
{
    /// <summary>The token that pads samples; no text has it.</summary>
    public const int PaddingToken = 0;

    /// <summary>The most tokens of any vocabulary.</summary>
    internal const int MostTokens = 1 << 20;

    private protected Tokenizer(TokenizerKind kind) => Kind = kind;

    /// <summary>How it splits texts.</summary>
    public TokenizerKind Kind { get; }

    /// <summary>How many tokens there are, <see cref="PaddingToken"/> and the unknown token included.</summary>
    public abstract int Count { get; }

    /// <summary>Tokens that are no part of a text: padding, and of words and characters the unknown token.</summary>
    internal abstract int SpecialTokens { get; }

    /// <summary>Learns the tokens of texts.</summary>
    /// <param name="kind">How texts are split.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="vocabulary">The most tokens; there are fewer where the texts do not have as many.</param>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no room for any text.</exception>
    public static Tokenizer Learn(TokenizerKind kind, IEnumerable<string> texts, int vocabulary)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Require(kind, vocabulary);
        var counts = new PieceCounts();
        foreach (string text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            foreach (TextPiece piece in TextPiece.Of(kind, text))
                counts.Add(piece.In(text));
        }

        return Learn(kind, counts, vocabulary);
    }

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<int>();
        Encode(text, CollectionsMarshal.AsSpan(TextPiece.Of(Kind, text)), tokens, starts: default);
        return [.. tokens];
    }

    /// <summary>The text of tokens; words have a space between them, and padding is left out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <exception cref="ArgumentOutOfRangeException">A token is none of this tokenizer.</exception>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        foreach (int token in tokens)
        {
            if ((uint)token >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(tokens), token, $"The tokens are 0 to {Count - 1}; got {token}.");
        }

        return TextOf(tokens);
    }

    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no room for any text.</exception>
    internal static void Require(TokenizerKind kind, int vocabulary)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentException($"Expected one of {nameof(TokenizerKind)}; got {(int)kind}.", nameof(kind));
        if (ReasonAgainst(kind, vocabulary) is { } reason)
            throw new ArgumentOutOfRangeException(nameof(vocabulary), vocabulary, reason);
    }

    /// <summary>Why a vocabulary of so many tokens is none; null where it is one.</summary>
    internal static string? ReasonAgainst(TokenizerKind kind, int vocabulary)
    {
        int least = kind == TokenizerKind.BytePairs ? BytePairTokenizer.FirstMerged : ListTokenizer.FirstListed + 1;
        if (vocabulary >= least && vocabulary <= MostTokens)
            return null;
        string why = kind == TokenizerKind.BytePairs ? "padding and 256 bytes" : "padding, the unknown token and one more";
        return $"A vocabulary of {kind} has {least} ({why}) to {MostTokens} tokens; got {vocabulary}.";
    }

    /// <summary>Learns the tokens of pieces of texts.</summary>
    internal static Tokenizer Learn(TokenizerKind kind, PieceCounts counts, int vocabulary) => kind == TokenizerKind.BytePairs
        ? new BytePairTokenizer(BytePairLearner.Learn(counts, vocabulary - BytePairTokenizer.FirstMerged))
        : new ListTokenizer(kind, ListTokenizer.MostFrequent(kind, counts, vocabulary - ListTokenizer.FirstListed));

    /// <summary>Appends the tokens of pieces of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="tokens">Receives the tokens.</param>
    /// <param name="starts">Receives the position of each piece among the tokens; empty where that is not wanted.</param>
    internal abstract void Encode(string text, ReadOnlySpan<TextPiece> pieces, List<int> tokens, Span<int> starts);

    private protected abstract string TextOf(ReadOnlySpan<int> tokens);
}
