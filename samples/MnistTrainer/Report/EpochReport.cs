namespace MnistTrainer.Report;

/// <summary>The figures of one epoch.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainLoss">The mean loss of the training images, each with the weights of its step.</param>
/// <param name="IsValidation">Whether loss and accuracy are those of the validation images; else of the test images.</param>
/// <param name="Loss">The mean loss of these images after the epoch.</param>
/// <param name="Accuracy">The share of these images classified correctly, 0 to 1.</param>
/// <param name="Images">The number of training images.</param>
/// <param name="Steps">The training steps so far.</param>
/// <param name="Seconds">The training time, without the evaluation.</param>
internal sealed record EpochReport(
    int Epoch, double TrainLoss, bool IsValidation, double Loss, double Accuracy, int Images, long Steps, double Seconds)
{
    /// <summary>Training images per second.</summary>
    public double ImagesPerSecond => Images / Seconds;

    /// <summary>The name of an epoch, such as "epoch  3/10".</summary>
    public static string Title(int epoch, int epochs) => $"epoch {epoch.ToString().PadLeft(epochs.ToString().Length)}/{epochs}";

    /// <summary>The line of output; it fits into 80 columns.</summary>
    public string Line(int epochs) =>
        $"{Title(Epoch, epochs)}  {(IsValidation ? "loss" : "train loss")} {TrainLoss:F4}  {(IsValidation ? "validation" : "test")} loss "
            + $"{Loss:F4}  accuracy {Accuracy * 100:F2} %  {Seconds:F1} s";
}
