using System.CommandLine;
using System.CommandLine.Parsing;
using MnistTrainer.CommandLine;
using MnistTrainer.Report;
using MnistTrainer.Training;

const int WrongInput = 2;

var screen = new Screen(Console.Out, isTerminal: !Console.IsOutputRedirected);
var command = new TrainerCommand(options => TrainingSession.RunAsync(options, screen));
ParseResult result = command.Root.Parse(args);
if (result.Errors.Count > 0 && result.Action is not System.CommandLine.Help.HelpAction)
{
    foreach (ParseError error in result.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("--help lists the options.");
    return WrongInput;
}

return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
