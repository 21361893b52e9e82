namespace MnistTrainer.Report;

/// <summary>What is seen of a training while it runs: a bar with the time that is left, and curves of loss and accuracy.</summary>
internal static class ProgressLines
{
    private const int LongestBar = 40, ShortestBar = 5;

    /// <summary>A title, a bar and what follows it, such as "epoch 2/4 ━━━━━━────  62 %  loss 0.0829  12 s left".</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="part">How much of it is done, 0 to 1.</param>
    /// <param name="state">A few words on the state.</param>
    /// <param name="width">The columns of the terminal; the line is shorter.</param>
    /// <param name="blocks">Whether more than ASCII can be shown.</param>
    public static string Bar(string title, double part, string state, int width, bool blocks)
    {
        string percent = $"{Math.Clamp(part, 0, 1) * 100,3:F0} %  {state}";
        int length = Math.Clamp(width - title.Length - percent.Length - 3, ShortestBar, LongestBar);
        int done = (int)(Math.Clamp(part, 0, 1) * length);
        return Cut($"{title} {new string(blocks ? '━' : '#', done)}{new string(blocks ? '─' : '-', length - done)} {percent}", width);
    }

    /// <summary>The curves of the training loss and of the accuracy after each epoch, side by side.</summary>
    /// <param name="losses">The training loss as it went.</param>
    /// <param name="accuracies">After each epoch, 0 to 1.</param>
    /// <param name="width">The columns of the terminal; the line is shorter.</param>
    public static string Curves(IReadOnlyList<double> losses, IReadOnlyList<double> accuracies, int width)
    {
        // The labels and the last numbers take 34 columns.
        int length = Math.Max(4, Math.Min(LongestBar, (width - 34) / 2));
        string loss = losses.Count == 0 ? "" : $"loss {Sparkline.Of([.. losses.Select(value => Math.Log(value))], length)} {losses[^1]:F4}";
        string accuracy = accuracies.Count == 0 ? "" : $"  accuracy {Sparkline.Of(accuracies, length)} {accuracies[^1] * 100:F2} %";
        return Cut(loss + accuracy, width);
    }

    /// <summary>A time that is left, such as "12 s left" or "3:05 min left".</summary>
    public static string Left(TimeSpan time) => time.TotalSeconds < 100
        ? $"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):F0} s left"
        : time.TotalHours < 1 ? $"{(int)time.TotalMinutes}:{time.Seconds:D2} min left" : $"{(int)time.TotalHours}:{time.Minutes:D2} h left";

    // Not up to the last column, behind which some terminals begin a line.
    private static string Cut(string line, int width) => line.Length < width ? line : line[..Math.Max(0, width - 1)];
}
