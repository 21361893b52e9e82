using System.Diagnostics;
using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Models;
using MnistTrainer.Report;
using NetGen;
using NetGen.Reports;

namespace MnistTrainer.Training;

/// <summary>The trainings of one run of the program, one for each seed.</summary>
internal sealed class TrainingSession(TrainerOptions options, Screen screen, CancellationToken cancellation)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        WeightsFile? start = options.Load is null ? null : WeightsFile.Open(options.Load);
        string model = start?.ModelName(options.Model, ModelCatalog.Default) ?? options.Model ?? ModelCatalog.Default;
        start?.Load(model);
        ImageData data = await DataSource.FindAsync(DataSetCatalog.Named(options.DataSet), options.Data, screen, cancellation)
            .ConfigureAwait(false);
        var results = new List<(int Seed, double Accuracy)>();
        long started = Stopwatch.GetTimestamp();
        bool isUsable = true;
        foreach (int seed in options.Seeds)
        {
            Network network = ModelCatalog.Create(model, seed);
            if (options.Load is not null)
                network.Load(options.Load);
            if (results.Count > 0)
                screen.WriteLine();
            TrainerOptions own = OptionsOf(seed);
            using var run = new TrainingRun(network, data, own, seed);
            if (results.Count == 0)
                WriteHead(network, data, run);
            Evaluation result = Train(network, new WeightsOrigin(model, data.Kind.Name, data.ClassNames), data, run, seed);
            results.Add((seed, result.Accuracy));
            isUsable &= EvaluationReport.IsUsable(result);
        }

        if (options.Seeds.Count > 1)
        {
            screen.WriteLine();
            foreach (string line in SeedsTable.Lines(results, Stopwatch.GetElapsedTime(started)))
                screen.WriteLine(line);
        }

        return isUsable ? ExitCode.Success : ExitCode.Failed;
    }

    private void WriteHead(Network network, ImageData data, TrainingRun run)
    {
        string validation = run.Validation is { } set ? $"{set.Count:N0} validation images, " : "";
        screen.WriteLine($"Data: {data.Origin}; {run.TrainingImages:N0} training images, {validation}{data.Test.Count:N0} test images.");
        string loaded = options.Load is null ? "" : $", loaded from '{options.Load}'";
        screen.WriteLine($"Network: {network.Name}, {network.ParameterCount:N0} parameters{loaded}.");
        screen.WriteLine($"Training: {run.Description}.");
    }

    private Evaluation Train(Network network, WeightsOrigin origin, ImageData data, TrainingRun run, int seed)
    {
        if (options.Epochs > 0)
            Fit(network, origin, data, run, seed);
        Save(network, origin);
        Evaluation result = network.Evaluate(data.Test, options.Threads);
        if (options.Seeds.Count > 1)
        {
            screen.WriteLine(EvaluationReport.Accuracy(data, result));
            return result;
        }

        EvaluationReport.Write(screen, network, data, result);
        if (run.Profile is Profile profile)
            ProfileTable.Write(screen, profile);
        screen.WriteLine();
        screen.WriteLine(EvaluationReport.Accuracy(data, result));
        if (options.Save is not null)
            screen.WriteLine($"The weights are saved in '{options.Save}'.");
        return result;
    }

    private void Fit(Network network, WeightsOrigin origin, ImageData data, TrainingRun run, int seed)
    {
        if (options.Seeds.Count > 1)
            screen.WriteLine($"Seed {seed}:");
        var progress = new TrainingProgress(screen);
        using TensorBoardLog? board = OptionsOf(seed).TensorBoard is { } folder
            ? new TensorBoardLog(folder) { Summary = ModelCatalog.SummaryOf(origin.Model) }
            : null;
        var log = new EpochLog(
            () => network.Evaluate(data.Test, options.Threads),
            report => progress.Show(report, options.Epochs),
            report => WriteTest(board, report),
            _ => Save(network, origin),
            report => JsonLines.Append(options.Json, report, data.Train.Name, origin.Model, seed));
        FitHistory history;
        try
        {
            FitCallback?[] callbacks = [progress, board, log, ReportOf(origin, data, run)];
            history = run.Fit([.. callbacks.OfType<FitCallback>()], cancellation);
        }
        catch (OperationCanceledException)
        {
            // The steps of the interrupted epoch are kept too.
            Save(network, origin);
            if (options.Save is not null)
                screen.WriteLine($"The weights so far are saved in '{options.Save}'.");
            throw;
        }

        long images = history.Sum(epoch => (long)epoch.Samples);
        screen.WriteLine($"{images:N0} images in {history.Seconds:F1} s: {images / history.Seconds:N0} images/s.");
        if (history.Best.Validation is { } best)
        {
            string early = history.StoppedEarly ? $"Stopped early after {history.Count} epochs. " : "";
            screen.WriteLine(
                $"{early}Best epoch {history.Best.Epoch}: validation loss {best.Loss:F4}, accuracy {best.Accuracy * 100:F2} %.");
        }
    }

    // A training of several has folders of its own.
    private TrainerOptions OptionsOf(int seed) => options.Seeds.Count == 1 ? options : options with
    {
        Resume = options.Resume is null ? null : Path.Combine(options.Resume, $"seed-{seed}"),
        TensorBoard = options.TensorBoard is null ? null : Path.Combine(options.TensorBoard, $"seed-{seed}"),
    };

    // With a validation set the page shows that.
    private HtmlReport? ReportOf(WeightsOrigin origin, ImageData data, TrainingRun run) => options.Report is null
        ? null
        : new HtmlReport(options.Report)
        {
            Title = $"{origin.Model} on {data.Kind.Title}",
            ClassNames = data.ClassNames,
            Summary = ModelCatalog.SummaryOf(origin.Model),
            EvaluationSet = run.Validation is null ? data.Test : null,
        };

    // The log writes the validation itself.
    private static void WriteTest(TensorBoardLog? board, EpochReport report)
    {
        if (board is null || report.IsValidation)
            return;
        board.Scalar("loss/test", report.Steps, report.Loss);
        board.Scalar("metrics/test_accuracy", report.Steps, report.Accuracy);
    }

    private void Save(Network network, WeightsOrigin origin)
    {
        if (options.Save is not null)
            WeightsFile.Save(options.Save, network, origin);
    }
}
