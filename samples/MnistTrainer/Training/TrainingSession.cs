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
    private const int MisreadShown = 12;

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
            await TrainAsync(options, network, data, screen, interruption.Token).ConfigureAwait(false);
            return 0;
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
        screen.WriteLine($"Data: {data.Origin}; {data.Train.Count:N0} images to train on, {data.Test.Count:N0} to test with.");
        screen.WriteLine($"Network: {network.Name}, {network.ParameterCount:N0} parameters{(options.Load is null ? "" : $", begun with '{options.Load}'")}.");
    }

    private static async Task TrainAsync(TrainerOptions options, Network network, DigitData data, Screen screen, CancellationToken cancellation)
    {
        using var run = new TrainingRun(network, data, options);
        screen.WriteLine($"Training: {run.Description}.");
        try
        {
            for (int epoch = 1; epoch <= options.Epochs; epoch++)
            {
                EpochReport? report = null;
                await screen.ShowProgressAsync(EpochReport.Title(epoch, options.Epochs), show =>
                {
                    report = run.RunEpoch(show, cancellation);
                    return Task.CompletedTask;
                }).ConfigureAwait(false);
                screen.WriteLine(report!.Line(options.Epochs));
                Save(options, network);
                if (options.Json is not null)
                    JsonLines.Append(options.Json, report, data.Train.Name, options.Model);
            }
        }
        catch (OperationCanceledException)
        {
            // What has been learnt within the epoch is kept too.
            Save(options, network);
            if (options.Save is not null)
                screen.WriteLine($"The weights so far are in '{options.Save}'.");
            throw;
        }

        if (options.Epochs == 0)
            Save(options, network);
        WriteResult(options, run, network, data, screen);
    }

    private static void Save(TrainerOptions options, Network network)
    {
        if (options.Save is not null)
            network.Save(options.Save);
    }

    private static void WriteResult(TrainerOptions options, TrainingRun run, Network network, DigitData data, Screen screen)
    {
        Evaluation result = run.Test();
        screen.WriteLine();
        foreach (string line in ConfusionTable.Lines(data.Test.Classes, (digit, read) => result.Confusion![digit, read]))
            screen.WriteLine(line);
        IReadOnlyList<MisreadDigit> misread = MisreadDigit.Find(network, data.Test, MisreadShown);
        if (misread.Count > 0)
        {
            screen.WriteLine();
            screen.WriteLine("Some that were misread:");
            DigitDrawing.Write(screen, data.Test, misread);
        }

        if (run.Profile is Profile profile)
            ProfileTable.Write(screen, profile);
        screen.WriteLine();
        screen.WriteLine($"{result.Accuracy * 100:F2} % of {data.Test.Count:N0} test images of '{data.Test.Name}' read rightly.");
        if (options.Save is not null)
            screen.WriteLine($"The weights are in '{options.Save}'.");
    }
}
