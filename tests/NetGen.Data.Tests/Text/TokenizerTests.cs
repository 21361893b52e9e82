using System.Text;

namespace NetGen.Data.Tests.Text;

public class TokenizerTests
{
    private static readonly string[] Nursery =
        ["low low low low low", "lower lower", "newest newest newest newest newest newest", "widest widest widest"];

    /// <summary>The example of Sennrich et al., where "es", "est" and "lo", "low" are among the first.</summary>
    [Fact]
    public void Byte_pairs_are_learnt_by_their_frequency()
    {
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.BytePairs, Nursery, 257 + 5);
        string[] learnt = [.. Enumerable.Range(257, tokenizer.Count - 257).Select(token => tokenizer.Decode([token]))];

        // "es" and "st" come 9 times, and "es" is of earlier bytes; "lo" and "ow" come 7 times, and "ew" 6 times, as "ne" does.
        Assert.Equal(["es", "est", "lo", "low", "ew"], learnt);
    }

    [Fact]
    public void A_learnt_tokenizer_merges_as_the_obvious_loops_do()
    {
        var random = new Random(5);
        string[] texts = [.. Enumerable.Range(0, 60).Select(_ => new string(random.GetItems<char>("aab b", 40)))];
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.BytePairs, texts, 257 + 30);
        (List<(int, int)> merges, Func<string, List<int>> encode) = ObviousLoops(texts, 30);
        Assert.Equal(merges, ((BytePairTokenizer)tokenizer).Merges.Select(pair => (pair.Left, pair.Right)));
        Assert.All(texts, text => Assert.Equal(encode(text), tokenizer.Encode(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  two  spaces\r\n\tand a tab ")]
    [InlineData("It's 42 °C, naïve café — Ελληνικά, 漢字, 👩‍👩‍👧 and 𝄞!")]
    [InlineData("\0\u0001\uFFFF")]
    public void Byte_pairs_give_every_text_back(string text)
    {
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.BytePairs, Nursery, 300);
        int[] tokens = tokenizer.Encode(text);
        Assert.Equal(text, tokenizer.Decode(tokens));
        Assert.DoesNotContain(Tokenizer.PaddingToken, tokens);
        Assert.True(tokens.Length <= Encoding.UTF8.GetByteCount(text));
    }

    [Fact]
    public void A_text_without_spaces_takes_no_quadratic_time()
    {
        string text = new('a', 300_000);
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.BytePairs, [text], 300);

        // a, aa, aaaa, … up to 256 bytes; nothing longer is merged.
        Assert.Equal(257 + 8, tokenizer.Count);
        int[] tokens = tokenizer.Encode(text);
        Assert.Equal(text, tokenizer.Decode(tokens));
        Assert.InRange(tokens.Length, 300_000 / 256, (300_000 / 256) + 8);
    }

    [Fact]
    public void Words_are_lower_case_and_the_rare_ones_unknown()
    {
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.Words, ["The cat, the dog.", "Don't! THE CAT"], 5);
        Assert.Equal(5, tokenizer.Count);

        // Three times "the", two times "cat"; of those that come once "!" is the first.
        Assert.Equal([2, 3, 4, 1, 1], tokenizer.Encode("The cat! Dog don't"));
        Assert.Equal("the cat ! \uFFFD", tokenizer.Decode([2, 3, 4, 1, 0, 0]));

        // An apostrophe belongs to the word between letters alone.
        Assert.Equal(["'", "don’t", "tis"], ((ListTokenizer)Tokenizer.Learn(TokenizerKind.Words, ["don’t 'tis'"], 90)).Listed);
    }

    [Fact]
    public void Characters_are_Unicode_scalar_values()
    {
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.Characters, ["𝄞𝄞ab", "𝄞a"], 4);
        Assert.Equal([2, 3, 1], tokenizer.Encode("𝄞ab"));
        Assert.Equal([1, 2], tokenizer.Encode("\uD834𝄞"));
        Assert.Equal("𝄞a\uFFFD", tokenizer.Decode([2, 3, 1]));
    }

    [Fact]
    public void What_has_no_room_or_is_no_token_is_refused()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Tokenizer.Learn(TokenizerKind.BytePairs, ["a"], 200)).Message;
        Assert.Contains("257 (padding and 256 bytes)", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tokenizer.Learn(TokenizerKind.Words, ["a"], 2));
        Tokenizer tokenizer = Tokenizer.Learn(TokenizerKind.Characters, ["ab"], 10);
        message = Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([4])).Message;
        Assert.Contains("0 to 3; got 4", message, StringComparison.Ordinal);
    }

    /// <summary>Byte pairs by counting all pairs anew after each merge.</summary>
    private static (List<(int Left, int Right)> Merges, Func<string, List<int>> Encode) ObviousLoops(string[] texts, int most)
    {
        List<List<int>> words = [.. texts.SelectMany(Words)];
        var merges = new List<(int Left, int Right)>();
        while (merges.Count < most)
        {
            var counts = words.SelectMany(word => word.Zip(word.Skip(1))).GroupBy(pair => pair)
                .Select(group => (Count: group.Count(), Pair: group.Key)).ToList();
            var best = counts.OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Pair).First();
            if (best.Count < 2)
                break;
            merges.Add(best.Pair);
            words.ForEach(word => Merge(word, best.Pair, 256 + merges.Count));
        }

        return (merges, text =>
        {
            var tokens = new List<int>();
            foreach (List<int> word in Words(text))
            {
                for (int i = 0; i < merges.Count; i++)
                    Merge(word, merges[i], 257 + i);
                tokens.AddRange(word);
            }

            return tokens;
        });

        static IEnumerable<List<int>> Words(string text) => TextPiece.Of(TokenizerKind.BytePairs, text)
            .Select(piece => Encoding.UTF8.GetBytes(piece.In(text).ToString()).Select(value => value + 1).ToList());

        static void Merge(List<int> word, (int Left, int Right) pair, int token)
        {
            for (int i = 0; i + 1 < word.Count; i++)
            {
                if ((word[i], word[i + 1]) != pair)
                    continue;
                word[i] = token;
                word.RemoveAt(i + 1);
            }
        }
    }
}
