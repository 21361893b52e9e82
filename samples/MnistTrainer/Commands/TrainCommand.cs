using System.CommandLine;
using MnistTrainer.CommandLine;
using MnistTrainer.Report;
using MnistTrainer.Training;

namespace MnistTrainer.Commands;

/// <summary>Trains a network and shows its accuracy on the test images.</summary>
internal static class TrainCommand
{
    public const string Name = "train";

    public static Command Create(Screen screen)
    {
        var command = new Command(Name, "Trains a network and shows its accuracy on the test set. This is done without a command, too.");
        var set = new TrainOptionSet();
        set.AddTo(command);
        command.SetAction(result =>
        {
            TrainerOptions options = set.Read(result);
            return CommandRun.RunAsync(
                screen, cancellation => new TrainingSession(options, screen, cancellation).RunAsync(), options.Save);
        });
        return command;
    }
}
