using System.Text;

namespace NetGen.Data.Tests.Text;

public sealed class TextDataSetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Texts_are_cut_and_padded()
    {
        var reviews = new Reviews(folder.Write("reviews.tsv", "good good\tyes\n\none two three four five six seven eight nine\tno\r\n"));
        Assert.Equal(2, reviews.Count);
        Assert.Equal("reviews", reviews.Name);
        Assert.Equal(["no", "yes"], reviews.Preparation.ClassNames);
        var tokens = new int[16];
        reviews.CopyTokens([0, 1], tokens);
        Assert.Equal([2, 2, 0, 0, 0, 0, 0, 0], tokens[..8]);
        Assert.DoesNotContain(0, tokens[8..]);
        var labels = new int[2];
        reviews.CopyLabels([0, 1], labels);
        Assert.Equal([1, 0], labels);
        Assert.Equal("good good", reviews.TextOf(0));
    }

    [Fact]
    public void The_vocabulary_is_that_of_the_training_part()
    {
        var reviews = new Reviews(folder.Write("reviews.tsv", "alpha\tx\nbeta\ty\ngamma\tx\n"));
        (IDataSet train, IDataSet test) = reviews.SplitByTime(2 / 3.0);
        var tokens = new int[8];
        test.CopyTokens([0], tokens);
        Assert.Equal(ListTokenizer.UnknownToken, tokens[0]);
        train.CopyTokens([1], tokens);
        Assert.Equal(3, tokens[0]);
        Assert.Equal(["alpha", "beta"], Assert.IsType<TextPreparation>(DataSetFitting.PreparationOf(test)).Tokens);

        IDataSet other = new Reviews(folder.Write("test.tsv", "beta\ty\n")).PreparedAs(train);
        other.CopyTokens([0], tokens);
        Assert.Equal(3, tokens[0]);
        var label = new int[1];
        other.CopyLabels([0], label);
        Assert.Equal(1, label[0]);
    }

    [Fact]
    public void Columns_folders_and_files_of_classes_have_the_same_texts()
    {
        TextSource[] sources =
        [
            TextSource.Lines(folder.Write("a.tsv", "no\tbad, really\nyes\tfine\n"), labelFirst: true),
            TextSource.Csv(folder.Write("a.csv", "id,review,liked\n1,\"bad, really\",no\n2,fine,yes\n"), "review", "liked"),
            Folder("folders", "no/1.txt", "yes/1.txt"),
            Folder("files", "no.txt", "yes.txt"),
        ];
        foreach (TextSource source in sources)
        {
            var reviews = new Reviews(source);
            Assert.Equal(["bad, really", "fine"], [reviews.TextOf(0), reviews.TextOf(1)]);
            Assert.Equal(["no", "yes"], reviews.Preparation.ClassNames);
        }

        TextSource Folder(string name, string no, string yes)
        {
            folder.Write(Path.Combine(name, no), "bad, really\n");
            folder.Write(Path.Combine(name, yes), "\uFEFFfine");
            folder.Write(Path.Combine(name, "unsup", "1.txt"), "so so");
            if (no.Contains('/', StringComparison.Ordinal))
                return TextSource.Folder(folder.PathOf(name), "yes", "no");
            Directory.Delete(folder.PathOf(Path.Combine(name, "unsup")), recursive: true);
            return TextSource.Folder(folder.PathOf(name));
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("good\tyes\nbad\n", "line 2: there is no tab")]
    [InlineData("good\tyes\nbad\tno\tmore\n", "line 2, column 7: there is another tab")]
    [InlineData("good\tyes\n \tno\n", "line 2, column 1: there is no text")]
    [InlineData("good\tyes\nbad\t\n", "line 2, column 5: there is no class")]
    [InlineData("good\tyes\nbad\tno\nwell\tmaybe\n", "has 3 classes: 'maybe', 'no', 'yes'; expected 2")]
    public void A_bad_line_is_named(string content, string message)
    {
        string path = folder.Write("reviews.tsv", content);
        Exception error = Assert.ThrowsAny<Exception>(() => new Reviews(path).CopyLabels([0], new int[1]));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("reviews", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named()
    {
        string path = folder.Write("latin.tsv", [.. Encoding.UTF8.GetBytes("gut\tja\nmäßig"), 0xE4, (byte)'\t', (byte)'n']);
        string message = Assert.Throws<InvalidDataException>(() => new Reviews(path)).Message;
        Assert.Contains($"'{path}', line 2, column 6: the byte 0xE4 is no UTF-8; expected", message, StringComparison.Ordinal);
        Assert.Contains("by TextSource.WithEncoding, such as Encoding.Latin1", message, StringComparison.Ordinal);
        path = folder.Write("cut.txt", [.. "peter piper "u8, 0xC3]);
        message = Assert.Throws<InvalidDataException>(() => new Rhyme(path)).Message;
        Assert.Contains($"'{path}', line 1, column 13: the byte 0xC3 is no UTF-8", message, StringComparison.Ordinal);
        Assert.Contains("the argument encoding of TextWindows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_are_read_by_their_mark_or_as_stated()
    {
        const string Lines = "mäßig\tja\nschlecht\tnein\n";
        foreach (Encoding marked in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.UTF8])
        {
            string path = folder.Write("marked.tsv", [.. marked.Preamble, .. marked.GetBytes(Lines)]);
            Assert.Equal("mäßig", new Reviews(TextSource.Lines(path).WithEncoding(Encoding.Latin1)).TextOf(0));
        }

        string latin = folder.Write("latin.tsv", Encoding.Latin1.GetBytes(Lines));
        Assert.Equal("mäßig", new Reviews(TextSource.Lines(latin).WithEncoding(Encoding.Latin1)).TextOf(0));
        string table = folder.Write("latin.csv", Encoding.Latin1.GetBytes("t,c\nmäßig,ja\nschlecht,nein\n"));
        TextSource source = TextSource.Csv(table, "t", "c", new CsvOptions { Encoding = Encoding.Latin1 });
        Assert.Equal("mäßig", new Reviews(source).TextOf(0));
        string odd = folder.Write("odd.tsv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("ja\tja"), 0x00, 0xDC]);
        Assert.Contains($"'{odd}', line 1, column 6: the byte 0x00 is no UTF-16; the file begins with the mark of UTF-16",
            Assert.Throws<InvalidDataException>(() => new Reviews(odd)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Contains("none.tsv", Assert.Throws<FileNotFoundException>(() => new Reviews(folder.PathOf("none.tsv"))).Message,
            StringComparison.Ordinal);
        string csv = folder.Write("a.csv", "id,review\n1,fine\n");
        Assert.Contains("line 1: there is no column 'liked'; the columns are 'id', 'review'",
            Assert.Throws<InvalidDataException>(() => new Reviews(TextSource.Csv(csv, "review", "liked"))).Message,
            StringComparison.Ordinal);
        folder.Write("pets/cat/1.txt", "miaow");
        Assert.Contains("has no class 'dog'; it has 'cat'",
            Assert.Throws<InvalidDataException>(() => new Reviews(TextSource.Folder(folder.PathOf("pets"), "dog"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_the_training_part_lacks_is_named()
    {
        var train = new Reviews(folder.Write("train.tsv", "good\tyes\nbad\tno\n"));
        var test = new Reviews(folder.Write("test.tsv", "good\tyes\nfair\tmaybe\n"));
        string message = Assert.Throws<InvalidDataException>(() => test.PreparedAs(train)).Message;
        Assert.Contains("test.tsv', line 2: 'maybe' is none of the classes of the training part ('no', 'yes')", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_other_classes_is_named()
    {
        string path = folder.Write("three.tsv", "good\tyes\nbad\tno\nfair\tmaybe\n");
        string message = Assert.Throws<InvalidDataException>(() => new Reviews(path).Split(0.5, seed: 1)).Message;
        Assert.Contains($"'{path}' has 3 classes: 'maybe', 'no', 'yes'; expected 2, as [Classes] on Reviews states", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_states_something_else_is_told_what_is_expected()
    {
        string path = folder.Write("a.tsv", "good\tyes\nbad\tno\n");
        Assert.Contains("[Sample(64, Vocabulary = 1000)]",
            Assert.Throws<InvalidOperationException>(() => new NoTokens(path)).Message, StringComparison.Ordinal);
        Assert.Contains("A vocabulary of BytePairs has 257",
            Assert.Throws<InvalidOperationException>(() => new Reviews(TextSource.Lines(path), TokenizerKind.BytePairs)).Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter",
            Assert.Throws<InvalidOperationException>(() => new Reviews(TextSource.Lines(path), TokenizerKind.BytePairs)).Message,
            StringComparison.Ordinal);
        Assert.Contains("[Classes(24, Per = Per.Step)]",
            Assert.Throws<InvalidOperationException>(() => new NoSteps(path)).Message, StringComparison.Ordinal);
    }

    [DataSet, Sample(8), Classes(2)]
    private sealed class NoTokens(string path) : TextDataSet(path);

    [DataSet, Sample(8, Vocabulary = 24), Classes(24)]
    private sealed class NoSteps(string path) : TextWindows(path);
}
