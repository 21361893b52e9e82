using System.CommandLine;
using MnistTrainer.CommandLine;
using MnistTrainer.Models;
using MnistTrainer.Report;

namespace MnistTrainer.Commands;

/// <summary>Shows the layers of a network.</summary>
internal static class SummaryCommand
{
    public static Command Create(Screen screen)
    {
        Option<string?> model = SharedOptions.Model($"The network. Default: {ModelCatalog.Default}.");
        var command = new Command("summary", "Shows the layers of a network with their shapes and parameters.") { model };
        command.SetAction(result =>
        {
            screen.WriteLine(ModelCatalog.SummaryOf(result.GetValue(model) ?? ModelCatalog.Default).TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
