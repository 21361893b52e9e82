using MnistTrainer.Data;
using NetGen;

namespace MnistTrainer.Report;

/// <summary>What a network does on the test images: its confusion matrix, and some images that it misclassifies.</summary>
internal static class EvaluationReport
{
    private const int MisclassifiedShown = 12;

    public static void Write(Screen screen, Network network, ImageData data, Evaluation result)
    {
        screen.WriteLine();
        foreach (string line in ConfusionTable.Lines(result.Confusion!, data.Kind.HasDigits ? null : data.ClassNames))
            screen.WriteLine(line);
        IReadOnlyList<MisclassifiedImage> misclassified = MisclassifiedImage.Find(network, data.Test, MisclassifiedShown);
        if (misclassified.Count == 0)
            return;
        screen.WriteLine();
        screen.WriteLine("Some misclassified images:");
        ImageDrawing.Write(
            screen,
            [.. misclassified.Select(image => (image.Title(data.ClassNames), data.Kind.Normalization.Pixels(data.Test, image.Index)))]);
    }

    /// <summary>The line with the accuracy, such as "Test accuracy 99.08 % (10,000 images)".</summary>
    public static string Accuracy(ImageData data, Evaluation result) =>
        $"Test accuracy {result.Accuracy * 100:F2} % ({data.Test.Count:N0} {data.TestKind})";

    /// <summary>Whether no output is NaN; else it says so on standard error.</summary>
    public static bool IsUsable(Evaluation result)
    {
        if (result.Unclassified == 0)
            return true;
        Console.Error.WriteLine($"The outputs of {result.Unclassified:N0} test images are NaN: the weights are unusable.");
        return false;
    }
}
