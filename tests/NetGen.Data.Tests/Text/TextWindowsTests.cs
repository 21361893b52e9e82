namespace NetGen.Data.Tests.Text;

public sealed class TextWindowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Labels_are_the_tokens_that_follow()
    {
        var rhyme = new Rhyme(folder.Write("rhyme.txt", "abcdefghijklmnopqrstuvw"));
        Assert.Equal(2, rhyme.Count);
        (int[] tokens, int[] labels) = Read(rhyme, 1);
        Tokenizer tokenizer = Assert.IsType<TextPreparation>(rhyme.Preparation).CreateTokenizer();
        Assert.Equal("ijklmnop", tokenizer.Decode(tokens));
        Assert.Equal("jklmnopq", tokenizer.Decode(labels));
        Assert.Equal(7, new Rhyme(folder.PathOf("rhyme.txt"), stride: 2).Count - 1);
    }

    [Fact]
    public void The_beginning_of_a_text_teaches_its_characters()
    {
        string path = folder.Write("rhyme.txt", new string('a', 40) + new string('z', 40));
        (IDataSet train, IDataSet test) = new Rhyme(path).SplitByTime(0.5, gap: 1);
        Assert.All(Read(train, 0).Tokens, token => Assert.Equal(2, token));
        Assert.All(Read(test, test.Count - 1).Tokens, token => Assert.Equal(ListTokenizer.UnknownToken, token));
    }

    /// <summary>A window of byte pairs begins at a word, and reads no further than as many words as it has tokens.</summary>
    [Fact]
    public void Byte_pairs_have_windows_too()
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(index => $" {index % 7}peck{index % 3}"));
        var windows = new BytePairWindows(folder.Write("pairs.txt", text));
        Tokenizer tokenizer = Assert.IsType<TextPreparation>(windows.Preparation).CreateTokenizer();
        Assert.InRange(windows.Count, 20, 200);
        for (int i = 0; i < windows.Count; i++)
        {
            (int[] tokens, int[] labels) = Read(windows, i);
            Assert.Equal(tokens[1..], labels[..^1]);
            Assert.Contains(tokenizer.Decode(tokens), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_shorter_than_a_window_is_refused()
    {
        string path = folder.Write("short.txt", "abcdefgh");
        string message = Assert.Throws<InvalidDataException>(() => new Rhyme(path)).Message;
        Assert.Contains($"'{path}' has 8 characters; expected at least 9", message, StringComparison.Ordinal);
    }

    private static (int[] Tokens, int[] Labels) Read(IDataSet data, int index)
    {
        int[] tokens = new int[data.SampleSize], labels = new int[data.SampleSize];
        data.CopyTokens([index], tokens);
        data.CopyLabels([index], labels);
        return (tokens, labels);
    }
}
