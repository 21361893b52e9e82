using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>The programs of docs/walks.md and docs/text.md train, evaluate, save, and predict from what they saved.</summary>
public partial class WalkTests
{
    [Fact]
    public void Each_walk_is_shorter_than_twenty_lines()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryFolder.Location, "docs", "walks.md")).ReplaceLineEndings("\n");
        int[] lines =
            [.. Program().Matches(page).Select(program => program.Groups["code"].Value.Split('\n').Count(line => line.Length > 0))];
        Assert.Equal(5, lines.Length);
        Assert.All(lines, count => Assert.InRange(count, 10, 19));
    }

    [Fact]
    public void A_rent_is_predicted() => Predicts(
        "RentNet", [WalkFiles.OfTemplate("csv", "flats.csv")], @"r2 (?<score>0\.\d+)\nrent 7\d\d\.\d+\n", 0.85);

    [Fact]
    public void A_picture_is_classified() => Predicts(
        "ShapeNet", WalkFiles.Shapes(), @"accuracy (?<score>\S+) % of 90 samples\ncircle \(\d+\.\d %\)\n", 80);

    [Fact]
    public void A_text_is_classified() => Predicts(
        "MessageNet", [WalkFiles.OfTemplate("text", "messages.tsv")],
        @"accuracy (?<score>\S+) % of 40 samples\npraise \(\d+\.\d %\)\n", 90);

    [Fact]
    public void A_series_is_continued() => Predicts(
        "LoadNet", [WalkFiles.Hours()], @"r2 (?<score>0\.\d+)\nload (5\d|6\d)\S* (5\d|6\d)\S*\n", 0.9);

    [Fact]
    public void A_digit_is_read() => Predicts(
        "DigitNet", WalkFiles.Mnist(), @"accuracy (?<score>\S+) % of 300 samples\nIt is a \d\.\n", 75);

    [Fact]
    public void A_novel_is_continued()
    {
        string novel = string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog. ", 100));
        Match match = Predicts(
            "NovelNet", [("novel.txt", Encoding.UTF8.GetBytes(novel))], @"perplexity (?<score>\S+)\n(?<text>.{200})\n", 1);
        Assert.InRange(double.Parse(match.Groups["score"].Value, CultureInfo.InvariantCulture), 1, 1.5);
        Assert.Contains(" brown fox jumps over ", match.Groups["text"].Value, StringComparison.Ordinal);
    }

    private static Match Predicts(string name, IReadOnlyList<(string Name, byte[] Content)> files, string written, double least)
    {
        string output = ReadmeProgram.All.Single(program => program.Name == name).Run(files).ReplaceLineEndings("\n");
        Match match = Regex.Match(output, written);
        Assert.True(match.Success, output);
        Assert.InRange(double.Parse(match.Groups["score"].Value, CultureInfo.InvariantCulture), least, 100);
        return match;
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
