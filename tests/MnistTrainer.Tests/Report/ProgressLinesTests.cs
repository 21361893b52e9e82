using MnistTrainer.Report;

namespace MnistTrainer.Tests.Report;

public sealed class ProgressLinesTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(120)]
    public void Nothing_is_as_wide_as_the_terminal(int width)
    {
        double[] losses = [.. Enumerable.Range(1, 40).Select(i => 2.0 / i)], accuracies = [0.5, 0.9, 0.99];
        foreach (double part in new[] { 0, 0.5, 1 })
        {
            string bar = ProgressLines.Bar("epoch 100/10000", part, "loss 12345.6789  59:59 min left", width, blocks: true);
            Assert.True(bar.Length < width, bar);
        }

        string curves = ProgressLines.Curves(losses, accuracies, width);
        Assert.True(curves.Length < width, curves);
    }

    [Fact]
    public void A_bar_says_how_much_is_done() => Assert.Equal(
        "epoch 2/4 ━━━━━━━━━━━━━━━━━━━━────────────────────  50 %  loss 0.0829  12 s left",
        ProgressLines.Bar("epoch 2/4", 0.5, "loss 0.0829  12 s left", 120, blocks: true));

    [Fact]
    public void A_curve_goes_from_its_smallest_to_its_largest_value()
    {
        Assert.Equal("█▅▁", Sparkline.Of([3, 2, 1], 10));
        Assert.Equal("▁█", Sparkline.Of([1, 1, 5, 5], 2));
        Assert.Equal("▁▁", Sparkline.Of([2, double.NaN, 2], 9));
        Assert.Equal("", Sparkline.Of([], 5));
    }

    [Fact]
    public void A_long_line_is_broken_between_words()
    {
        Assert.Equal(["Data: files,", "  60,000", "  training"], WrappedLines.Of("Data: files, 60,000 training", 12));
        Assert.Equal(["short"], WrappedLines.Of("short", 12));
        Assert.Equal([""], WrappedLines.Of("", 12));
        Assert.Equal(["abcdefghijkl", "  mnop"], WrappedLines.Of("abcdefghijklmnop", 12));
    }

    [Theory]
    [InlineData(0.2, "1 s left")]
    [InlineData(75, "75 s left")]
    [InlineData(185, "3:05 min left")]
    [InlineData(7260, "2:01 h left")]
    public void A_time_is_short(double seconds, string text) => Assert.Equal(text, ProgressLines.Left(TimeSpan.FromSeconds(seconds)));
}
