namespace NetGen.Data;

/// <summary>What turns texts into tokens: how they are split, and the vocabulary that was learnt from the training part.</summary>
public sealed record TextPreparation : Preparation
{
    /// <summary>How texts become tokens.</summary>
    public TokenizerKind Tokenizer { get; init; }

    /// <summary>
    /// The words or characters of the tokens from 2 on: token 0 is padding, and token 1 unknown. Empty where tokens are byte pairs.
    /// </summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>
    /// The pairs of tokens, one after another, that merge to the tokens from 257 on: token 0 is padding, and tokens 1 to 256 are bytes.
    /// </summary>
    public IReadOnlyList<int> Merges { get; init; } = [];

    /// <summary>How many tokens the network may know; at least as many as were learnt.</summary>
    public int Vocabulary { get; init; }

    /// <summary>The tokens of a sample.</summary>
    public int Steps { get; init; }

    /// <summary>Makes the tokenizer that was learnt.</summary>
    public Tokenizer CreateTokenizer() => Tokenizer == TokenizerKind.BytePairs
        ? new BytePairTokenizer([.. Enumerable.Range(0, Merges.Count / 2).Select(i => new BytePair(Merges[2 * i], Merges[(2 * i) + 1]))])
        : new ListTokenizer(Tokenizer, Tokens);

    /// <summary>What a tokenizer has learnt.</summary>
    internal static TextPreparation Of(Tokenizer tokenizer, TextContract contract, IReadOnlyList<string> classNames) => new()
    {
        Tokenizer = tokenizer.Kind,
        Tokens = (tokenizer as ListTokenizer)?.Listed ?? [],
        Merges = [.. (tokenizer as BytePairTokenizer)?.Merges.SelectMany(pair => new[] { pair.Left, pair.Right }) ?? []],
        Vocabulary = contract.Vocabulary,
        Steps = contract.Steps,
        ClassNames = classNames,
    };

    /// <summary>Encodes a text as a sample: cut, or padded at its end.</summary>
    internal static void Encode(Tokenizer tokenizer, string text, Span<int> sample)
    {
        ReadOnlySpan<int> tokens = tokenizer.Encode(text);
        tokens = tokens[..Math.Min(tokens.Length, sample.Length)];
        tokens.CopyTo(sample);
        sample[tokens.Length..].Fill(Data.Tokenizer.PaddingToken);
    }

    /// <summary>A preparation that other texts take.</summary>
    /// <exception cref="ArgumentException">It was learnt of other data.</exception>
    internal static TextPreparation Require(Preparation preparation, string name, TokenizerKind kind, TextContract contract)
    {
        if (preparation is TextPreparation text && text.Tokenizer == kind && text.Steps == contract.Steps
            && text.Vocabulary == contract.Vocabulary)
        {
            return text;
        }

        string other = preparation is TextPreparation { } learnt
            ? $"{learnt.Tokenizer} of {learnt.Steps} steps, {nameof(Vocabulary)} = {learnt.Vocabulary}"
            : preparation.GetType().Name;
        throw new ArgumentException(
            $"'{name}' has {kind} of {contract.Steps} steps, {nameof(Vocabulary)} = {contract.Vocabulary}; it was to be prepared as "
                + $"{other}.",
            nameof(preparation));
    }

    private protected override string Kind => "texts";

    private protected override string Model => nameof(TextModel);

    private protected override void Require()
    {
        if (Tokens is null || Tokens.Contains(null!) || Merges is null || ClassNames is null || ClassNames.Contains(null!))
            throw new ArgumentException("the vocabulary or the names of the classes are incomplete");
        if (Steps < 1 || Merges.Count % 2 != 0)
            throw new ArgumentException($"{Steps} steps and {Merges.Count} numbers of pairs");
        Data.Tokenizer.Require(Tokenizer, Vocabulary);
        int count = CreateTokenizer().Count;
        if (count > Vocabulary)
            throw new ArgumentException($"{count} tokens; expected at most {Vocabulary}");
    }
}
