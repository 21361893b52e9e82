namespace NetGen.Data;

/// <summary>Tokens of words or characters, each with its number; what is not listed is unknown.</summary>
internal sealed class ListTokenizer : Tokenizer
{
    /// <summary>The token of what is not listed.</summary>
    public const int UnknownToken = 1;

    /// <summary>The first token that is listed.</summary>
    public const int FirstListed = 2;

    private readonly IReadOnlyList<string> listed;
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <exception cref="ArgumentException">A text is listed twice.</exception>
    public ListTokenizer(TokenizerKind kind, IReadOnlyList<string> listed)
        : base(kind)
    {
        this.listed = listed;
        lookup = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < listed.Count; i++)
        {
            if (!tokens.TryAdd(listed[i], FirstListed + i))
                throw new ArgumentException($"the token '{listed[i]}' is listed twice");
        }
    }

    public override int Count => FirstListed + listed.Count;

    internal override int SpecialTokens => FirstListed;

    /// <summary>The texts of the tokens behind the special ones.</summary>
    public IReadOnlyList<string> Listed => listed;

    /// <summary>The most frequent pieces, the most frequent first, and equally frequent ones in ordinal order.</summary>
    public static string[] MostFrequent(TokenizerKind kind, PieceCounts counts, int most)
    {
        var normalized = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string piece, long count) in counts.All)
        {
            string text = kind == TokenizerKind.Words ? piece.ToLowerInvariant() : piece;
            normalized[text] = normalized.GetValueOrDefault(text) + count;
        }

        return
        [
            .. normalized.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most)
                .Select(pair => pair.Key),
        ];
    }

    internal override void Encode(string text, ReadOnlySpan<TextPiece> pieces, List<int> tokens, Span<int> starts)
    {
        const int MostOnStack = 64;
        Span<char> onStack = stackalloc char[MostOnStack];
        for (int i = 0; i < pieces.Length; i++)
        {
            if (!starts.IsEmpty)
                starts[i] = tokens.Count;
            scoped ReadOnlySpan<char> piece = pieces[i].In(text);
            if (Kind == TokenizerKind.Words)
            {
                Span<char> lower = piece.Length <= MostOnStack ? onStack[..piece.Length] : new char[piece.Length];
                piece.ToLowerInvariant(lower);
                piece = lower;
            }

            tokens.Add(lookup.TryGetValue(piece, out int token) ? token : UnknownToken);
        }
    }

    private protected override string TextOf(ReadOnlySpan<int> tokens)
    {
        var texts = new List<string>(tokens.Length);
        foreach (int token in tokens)
        {
            if (token != PaddingToken)
                texts.Add(token == UnknownToken ? "\uFFFD" : listed[token - FirstListed]);
        }

        return string.Join(Kind == TokenizerKind.Words ? " " : "", texts);
    }
}
