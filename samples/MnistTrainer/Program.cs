using System.CommandLine;
using System.CommandLine.Parsing;
using MnistTrainer;
using MnistTrainer.CommandLine;
using MnistTrainer.Report;

var screen = new Screen(Console.Out, isTerminal: !Console.IsOutputRedirected);
ParseResult result = RootCommands.Parse(args, screen);
if (result.Errors.Count > 0 && result.Action is not System.CommandLine.Help.HelpAction)
{
    foreach (ParseError error in result.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("--help lists the commands, and COMMAND --help its options.");
    return ExitCode.WrongInput;
}

return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
