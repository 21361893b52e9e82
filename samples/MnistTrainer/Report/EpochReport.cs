namespace MnistTrainer.Report;

/// <summary>The figures of one epoch.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainLoss">The mean loss of the training images, each with the weights of its step.</param>
/// <param name="TestLoss">The mean loss of the test images after the epoch.</param>
/// <param name="TestAccuracy">The share of test images classified correctly, 0 to 1.</param>
/// <param name="Images">The number of training images.</param>
/// <param name="Seconds">The training time, without the evaluation.</param>
internal sealed record EpochReport(int Epoch, double TrainLoss, double TestLoss, double TestAccuracy, int Images, double Seconds)
{
    /// <summary>Training images per second.</summary>
    public double ImagesPerSecond => Images / Seconds;

    /// <summary>The name of an epoch, such as "epoch  3/10".</summary>
    public static string Title(int epoch, int epochs) => $"epoch {epoch.ToString().PadLeft(epochs.ToString().Length)}/{epochs}";

    /// <summary>The line of output; it fits into 80 columns.</summary>
    public string Line(int epochs) =>
        $"{Title(Epoch, epochs)}  train loss {TrainLoss:F4}  test loss {TestLoss:F4}  accuracy {TestAccuracy * 100:F2} %  {Seconds:F1} s";
}
