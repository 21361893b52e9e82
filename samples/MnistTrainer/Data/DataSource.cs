using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Data;

/// <summary>
/// Finds the images: in the folder that the user names; MNIST also in the cache, by a download, or else drawn by the program.
/// </summary>
internal static class DataSource
{
    // As many as MNIST has. The seeds differ, so that no test image is a training image.
    private const int DrawnToTrain = 60_000, DrawnToTest = 10_000;
    private const int TrainSeed = 1, TestSeed = 2;

    /// <param name="kind">The set.</param>
    /// <param name="folder">The folder that the user names; null where none, which only MNIST can be.</param>
    /// <param name="screen">Shows a download.</param>
    /// <param name="cancellation">Ends a download.</param>
    /// <exception cref="IOException">A file of the folder that the user names is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The user ended the download.</exception>
    public static async Task<ImageData> FindAsync(
        DataSetKind kind, string? folder, Screen screen, CancellationToken cancellation)
    {
        if (folder is not null)
            return Read(kind, folder, $"{kind.Title} files in '{folder}'");

        var download = new MnistDownload();
        if (download.IsComplete())
            return Read(kind, download.Folder, $"MNIST from the cache, '{download.Folder}'");
        screen.WriteLine($"MNIST is not in the cache, '{download.Folder}'; downloading it.");
        try
        {
            Action<double, string> show = screen.Progress("Downloading MNIST");
            await download.FetchAsync(
                progress => show(
                    progress.Total is > 0 ? (double)progress.Bytes / progress.Total.Value : 0,
                    $"{progress.File} {progress.Bytes / 1e6:F1} MB"),
                cancellation).ConfigureAwait(false);
            screen.ClearLive();
            return Read(kind, download.Folder, $"MNIST, downloaded to '{download.Folder}'");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.WriteWarning($"MNIST cannot be downloaded: {error.Message}");
            screen.WriteWarning("The program draws digits instead. The accuracy below is that of drawn digits, not of handwritten ones.");
            screen.WriteLine($"Drawing {DrawnToTrain + DrawnToTest:N0} digits.");
            return new ImageData(
                kind,
                SyntheticDigits.Draw(DrawnToTrain, TrainSeed),
                SyntheticDigits.Draw(DrawnToTest, TestSeed),
                "synthetic digits, drawn by the program",
                "synthetic images");
        }
    }

    private static ImageData Read(DataSetKind kind, string folder, string origin) =>
        new(kind, kind.Train(folder), kind.Test(folder), origin);
}
