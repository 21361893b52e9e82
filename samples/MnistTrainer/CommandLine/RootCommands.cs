using System.CommandLine;
using MnistTrainer.Commands;
using MnistTrainer.Report;

namespace MnistTrainer.CommandLine;

/// <summary>All commands of the program; options without a command are those of the first.</summary>
internal static class RootCommands
{
    private static readonly string[] OfRoot = ["--help", "-h", "-?", "/?", "/h", "--version"];

    public static ParseResult Parse(string[] arguments, Screen screen)
    {
        var root = new RootCommand(
            "Trains networks on images of handwritten digits, and reads digits of your own. Without a command it trains.")
        {
            TrainCommand.Create(screen), PredictCommand.Create(screen), EvaluateCommand.Create(screen), SummaryCommand.Create(screen),
        };
        bool isStated = arguments.Length > 0
            && (OfRoot.Contains(arguments[0]) || root.Subcommands.Any(command => command.Name == arguments[0]));
        return root.Parse(isStated ? arguments : [TrainCommand.Name, .. arguments]);
    }
}
