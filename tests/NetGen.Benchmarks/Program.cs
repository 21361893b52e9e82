using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using NetGen.Benchmarks.CommandLine;

const int WrongInput = 2;

var root = new RootCommand("Measures how fast the networks that NetGen writes train and predict.")
{
    MeasurementCommands.Train(),
    MeasurementCommands.Infer(),
    MeasurementCommands.Profile(),
};
ParseResult result = root.Parse(args);
if (result.Errors.Count > 0 && result.Action is not HelpAction)
{
    foreach (ParseError error in result.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("--help lists the commands and options.");
    return WrongInput;
}

return await result.InvokeAsync();
