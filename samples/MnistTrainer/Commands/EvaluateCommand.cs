using System.CommandLine;
using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Models;
using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Commands;

/// <summary>Evaluates saved weights on the test images of the set that they were trained on, or of another one.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Screen screen)
    {
        Option<string?> load = SharedOptions.Load("The weights that the trainer has saved by --save.");
        load.Required = true;
        Option<string?> model = SharedOptions.Model("The network, where the file of weights does not say it.");
        Option<string?> dataSet = SharedOptions.OtherDataSet();
        Option<string?> data = SharedOptions.Data();
        Option<int> threads = SharedOptions.Threads();
        var command = new Command("evaluate", "Shows loss, accuracy and confusion matrix of saved weights on the test images.")
        {
            load, model, dataSet, data, threads,
        };
        command.SetAction(result => CommandRun.RunAsync(screen, async cancellation =>
        {
            WeightsFile weights = WeightsFile.Open(result.GetRequiredValue(load)!);
            Network network = weights.Load(result.GetValue(model));
            string name = result.GetValue(dataSet) ?? weights.Origin?.DataSet ?? DataSetCatalog.Default;
            string? folder = result.GetValue(data);
            if (folder is null && name != DataSetCatalog.Default)
                throw new InvalidDataException($"{name} is not downloaded; state the folder of its files by {data.Name} DIR.");
            ImageData images = await DataSource.FindAsync(DataSetCatalog.Named(name), folder, screen, cancellation).ConfigureAwait(false);
            screen.WriteLine($"Data: {images.Origin}; {images.Test.Count:N0} test images.");
            screen.WriteLine($"Network: {network.Name}, {network.ParameterCount:N0} parameters, loaded from '{weights.Path}'.");
            Evaluation evaluation = network.Evaluate(images.Test, result.GetValue(threads));
            EvaluationReport.Write(screen, network, images, evaluation);
            screen.WriteLine();
            screen.WriteLine($"Test loss {evaluation.Loss:F4}");
            screen.WriteLine(EvaluationReport.Accuracy(images, evaluation));
            return EvaluationReport.IsUsable(evaluation) ? ExitCode.Success : ExitCode.Failed;
        }));
        return command;
    }
}
