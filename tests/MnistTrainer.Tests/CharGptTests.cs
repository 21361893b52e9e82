using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

public sealed partial class CharGptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A few steps teach which characters are common: 65 of equal probability are 4.17 nats.</summary>
    [Fact]
    public async Task It_learns_and_writes()
    {
        TrainerProcess.Result result = await TrainerProcess.WriteAsync(folder.Path, "20");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Match found = Loss().Match(result.Output);
        Assert.True(found.Success, result.Output);
        Assert.InRange(double.Parse(found.Groups["nats"].Value, CultureInfo.InvariantCulture), 1, 3.2);
        Assert.Matches(@"\d+ % of its \d+ words are in the book\.\s*$", result.Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    [InlineData("20", "20")]
    public async Task Other_arguments_are_answered_with_what_it_takes(params string[] arguments)
    {
        TrainerProcess.Result result = await TrainerProcess.WriteAsync(folder.Path, arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("CharGpt [STEPS]", result.Error);
    }

    [GeneratedRegex(@"^End of the book: (?<nats>\d+\.\d+) nats a character\.\r?$", RegexOptions.Multiline)]
    private static partial Regex Loss();
}
