namespace NetGen.Data.Tests.Text;

/// <summary>Short reviews, good and bad.</summary>
[DataSet, Sample(8, Vocabulary = 40, PaddingToken = 0), Classes(2)]
public sealed class Reviews(TextSource source, TokenizerKind tokenizer = TokenizerKind.Words) : TextDataSet(source, tokenizer)
{
    private static readonly string[] Subjects = ["film", "plot", "cast", "music", "ending", "dialogue"];
    private static readonly string[] Good = ["great", "moving", "clever", "superb"];
    private static readonly string[] Bad = ["dull", "weak", "silly", "awful"];

    public Reviews(string path)
        : this(TextSource.Lines(path))
    {
    }

    /// <summary>Lines of a text, a tab and its class.</summary>
    public static string Lines(int count, int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, count).Select(index =>
        {
            string[] words = index % 2 == 0 ? Good : Bad;
            return $"The {Pick(Subjects)} is {Pick(words)}, the {Pick(Subjects)} {Pick(words)}.\t{(index % 2 == 0 ? "good" : "bad")}\n";
        }));

        string Pick(string[] of) => of[random.Next(of.Length)];
    }
}
