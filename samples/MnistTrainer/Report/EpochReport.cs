namespace MnistTrainer.Report;

/// <summary>What one pass over the training images came to.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainLoss">The mean loss of the training images, each at the time of its step.</param>
/// <param name="TestLoss">The mean loss of the test images after the epoch.</param>
/// <param name="TestAccuracy">The part of the test images read rightly, 0 to 1.</param>
/// <param name="Images">The training images.</param>
/// <param name="Seconds">The time that training took, testing not included.</param>
internal sealed record EpochReport(int Epoch, double TrainLoss, double TestLoss, double TestAccuracy, int Images, double Seconds)
{
    /// <summary>Training images a second.</summary>
    public double ImagesPerSecond => Images / Seconds;

    /// <summary>What an epoch is called, such as "epoch  3/10".</summary>
    public static string Title(int epoch, int epochs) => $"epoch {epoch.ToString().PadLeft(epochs.ToString().Length)}/{epochs}";

    /// <summary>The line that the user sees; it fits into 80 columns.</summary>
    public string Line(int epochs) =>
        $"{Title(Epoch, epochs)}  train loss {TrainLoss:F4}  test loss {TestLoss:F4}  accuracy {TestAccuracy * 100:F2} %  {Seconds:F1} s";
}
