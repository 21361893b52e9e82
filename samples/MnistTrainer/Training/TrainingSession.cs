using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Models;
using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Training;

/// <summary>One run of the program, from the data to the confusion matrix.</summary>
internal static class TrainingSession
{
    private const int Failed = 1, WrongInput = 2, Interrupted = 130;
    private const int MisclassifiedShown = 12;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(TrainerOptions options, Screen screen)
    {
        using var interruption = new Interruption();
        try
        {
            Network network;
            DigitData data;
            try
            {
                network = ModelCatalog.Create(options.Model, options.Seed);
                if (options.Load is not null)
                    network.Load(options.Load);
                data = await DataSource.FindAsync(options.Data, screen, interruption.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
                return WrongInput;
            }

            WriteHead(options, network, data, screen);
            return await TrainAsync(options, network, data, screen, interruption.Token).ConfigureAwait(false);
        }
        catch (NonFiniteLossException diverged)
        {
            string message = $"The loss is {diverged.Loss} at step {diverged.Step} of epoch {diverged.Epoch}, "
                + $"with a learning rate of {diverged.LearningRate:G4}: training diverges. Use a smaller --learning-rate.";
            if (options.Save is not null && diverged.Epoch > 1)
                message += $"{Environment.NewLine}The weights of epoch {diverged.Epoch - 1} are saved in '{options.Save}'.";
            await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            screen.WriteLine("Stopped.");
            return Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return Failed;
        }
    }

    private static void WriteHead(TrainerOptions options, Network network, DigitData data, Screen screen)
    {
        screen.WriteLine($"Data: {data.Origin}; {data.Train.Count:N0} training images, {data.Test.Count:N0} test images.");
        string loaded = options.Load is null ? "" : $", loaded from '{options.Load}'";
        screen.WriteLine($"Network: {network.Name}, {network.ParameterCount:N0} parameters{loaded}.");
    }

    private static async Task<int> TrainAsync(
        TrainerOptions options, Network network, DigitData data, Screen screen, CancellationToken cancellation)
    {
        using var run = new TrainingRun(network, data, options);
        screen.WriteLine($"Training: {run.Description}.");
        try
        {
            (long images, double seconds) = (0, 0);
            for (int epoch = 1; epoch <= options.Epochs; epoch++)
            {
                EpochReport? report = null;
                await screen.ShowProgressAsync(EpochReport.Title(epoch, options.Epochs), show =>
                {
                    report = run.RunEpoch(show, cancellation);
                    return Task.CompletedTask;
                }).ConfigureAwait(false);
                screen.WriteLine(report!.Line(options.Epochs));
                seconds += report.Seconds;
                Save(options, network);
                if (options.Json is not null)
                    JsonLines.Append(options.Json, report, data.Train.Name, options.Model);
                images += report.Images;
            }

            if (options.Epochs > 0)
                screen.WriteLine($"{images:N0} images in {seconds:F1} s: {images / seconds:N0} images/s.");
        }
        catch (OperationCanceledException)
        {
            // The steps of the interrupted epoch are kept too.
            Save(options, network);
            if (options.Save is not null)
                screen.WriteLine($"The weights so far are saved in '{options.Save}'.");
            throw;
        }

        if (options.Epochs == 0)
            Save(options, network);
        return WriteResult(options, run, network, data, screen);
    }

    private static void Save(TrainerOptions options, Network network)
    {
        if (options.Save is not null)
            network.Save(options.Save);
    }

    private static int WriteResult(TrainerOptions options, TrainingRun run, Network network, DigitData data, Screen screen)
    {
        Evaluation result = run.Test();
        screen.WriteLine();
        foreach (string line in ConfusionTable.Lines(result.Confusion!))
            screen.WriteLine(line);
        IReadOnlyList<MisclassifiedDigit> misclassified = MisclassifiedDigit.Find(network, data.Test, MisclassifiedShown);
        if (misclassified.Count > 0)
        {
            screen.WriteLine();
            screen.WriteLine("Some misclassified images:");
            DigitDrawing.Write(screen, data.Test, misclassified);
        }

        if (run.Profile is Profile profile)
            ProfileTable.Write(screen, profile);
        screen.WriteLine();
        screen.WriteLine($"Test accuracy {result.Accuracy * 100:F2} % ({data.Test.Count:N0} {data.TestKind})");
        if (options.Save is not null)
            screen.WriteLine($"The weights are saved in '{options.Save}'.");
        if (result.Unclassified == 0)
            return 0;
        Console.Error.WriteLine($"The outputs of {result.Unclassified:N0} test images are NaN: the weights are unusable.");
        return Failed;
    }
}
