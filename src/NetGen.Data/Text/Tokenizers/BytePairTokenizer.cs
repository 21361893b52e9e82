using System.Text;

namespace NetGen.Data;

/// <summary>Tokens of bytes and of merged pairs of tokens, as GPT-2 has them.</summary>
internal sealed class BytePairTokenizer : Tokenizer
{
    /// <summary>The token of byte 0.</summary>
    public const int FirstByte = 1;

    /// <summary>The first token that is merged of two.</summary>
    public const int FirstMerged = FirstByte + 256;

    /// <summary>The most bytes of a token: what doubled with each merge would not fit into memory.</summary>
    public const int LongestToken = 256;

    private readonly Dictionary<BytePair, int> merged;
    private readonly byte[][] bytes;

    /// <exception cref="ArgumentException">A pair is of tokens that are not made before it, is stated twice, or too long.</exception>
    public BytePairTokenizer(IReadOnlyList<BytePair> merges)
        : base(TokenizerKind.BytePairs)
    {
        Merges = merges;
        merged = new Dictionary<BytePair, int>(merges.Count);
        bytes = new byte[FirstMerged + merges.Count][];
        bytes[PaddingToken] = [];
        for (int value = 0; value < 256; value++)
            bytes[FirstByte + value] = [(byte)value];
        for (int i = 0; i < merges.Count; i++)
        {
            (int left, int right) = merges[i];
            int token = FirstMerged + i;
            if (left < FirstByte || left >= token || right < FirstByte || right >= token || !merged.TryAdd(merges[i], token))
                throw new ArgumentException($"the pair {left}, {right} at {i} is of no earlier tokens, or stated twice");
            if (bytes[left].Length + bytes[right].Length > LongestToken)
                throw new ArgumentException($"the pair {left}, {right} at {i} has more than {LongestToken} bytes");
            bytes[token] = [.. bytes[left], .. bytes[right]];
        }
    }

    public override int Count => bytes.Length;

    internal override int SpecialTokens => FirstByte;

    /// <summary>The pairs, in the order in which they were learnt.</summary>
    public IReadOnlyList<BytePair> Merges { get; }

    internal override void Encode(string text, ReadOnlySpan<TextPiece> pieces, List<int> tokens, Span<int> starts)
    {
        var merging = new BytePairMerging(merged);
        for (int i = 0; i < pieces.Length; i++)
        {
            if (!starts.IsEmpty)
                starts[i] = tokens.Count;
            merging.Append(pieces[i].In(text), tokens);
        }
    }

    // A token may end within a character, and a model may draw any.
    private protected override string TextOf(ReadOnlySpan<int> tokens)
    {
        var all = new List<byte>(tokens.Length);
        foreach (int token in tokens)
            all.AddRange(bytes[token]);
        return Encoding.UTF8.GetString([.. all]);
    }
}
