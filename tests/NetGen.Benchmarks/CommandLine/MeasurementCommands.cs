using System.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The commands that measure this project's steps and predictions.</summary>
internal static class MeasurementCommands
{
    private static readonly int[] TrainingBatch = [64];
    private static readonly int[] InferenceBatches = [1, 64, 256];

    public static Command Train()
    {
        var command = new Command("train", "Times training steps: forward, loss, backward, update.");
        var arguments = new MeasurementArguments(command, TrainingBatch);
        Option<string> optimizer = SharedOptions.Optimizer();
        command.Add(optimizer);
        command.SetAction(result => arguments.Run(result, (options, batchSize, output) =>
            output.Write(TrainingBenchmark.Measure(options, batchSize, result.GetRequiredValue(optimizer)))));
        return command;
    }

    public static Command Infer()
    {
        var command = new Command("infer", "Times predictions.");
        var arguments = new MeasurementArguments(command, InferenceBatches);
        command.SetAction(result => arguments.Run(result, (options, batchSize, output) =>
            output.Write(InferenceBenchmark.Measure(options, batchSize))));
        return command;
    }

    public static Command Memory()
    {
        var command = new Command("memory", "Measures the largest working set of a process that trains.");
        var arguments = new MeasurementArguments(command, TrainingBatch);
        Option<string> optimizer = SharedOptions.Optimizer();
        var steps = new Option<int>("--steps")
        {
            Description = "Steps that it trains for.",
            HelpName = "N",
            DefaultValueFactory = _ => 100,
        };
        steps.RequireRange(1, int.MaxValue);
        command.Add(optimizer);
        command.Add(steps);
        command.SetAction(result => arguments.Run(result, (options, batchSize, output) =>
            output.Write(MemoryBenchmark.Measure(options, batchSize, result.GetRequiredValue(optimizer), result.GetRequiredValue(steps)))));
        return command;
    }

    public static Command Profile()
    {
        var command = new Command("profile", "Shows where the time of a training step or a prediction goes, group by group.");
        var arguments = new MeasurementArguments(command, TrainingBatch);
        Option<string> optimizer = SharedOptions.Optimizer();
        var inference = new Option<bool>("--infer") { Description = "Of predictions rather than of training steps." };
        command.Add(optimizer);
        command.Add(inference);
        command.SetAction(result => arguments.Run(result, (options, batchSize, output) =>
        {
            ProfileReport report = result.GetValue(inference)
                ? ProfileBenchmark.OfInference(options, batchSize)
                : ProfileBenchmark.OfTraining(options, batchSize, result.GetRequiredValue(optimizer));
            foreach (ProfileRow row in report.Rows())
                output.Write(row);
            Console.Error.WriteLine(report);
        }));
        return command;
    }
}
