using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Report;
using NetGen.Generator.Benchmarks;

const int WrongInput = 2;
const int MostRuns = 1000;

var rounds = new Option<int>("--rounds") { Description = "Processes for each network.", HelpName = "N", DefaultValueFactory = _ => 3 };
var repetitions = new Option<int>("--reps")
{
    Description = "Runs of each case in a process; only the first of all is cold.",
    HelpName = "N",
    DefaultValueFactory = _ => 7,
    Recursive = true,
};
var json = new Option<string?>("--json") { Description = "Append the rows to this file.", HelpName = "FILE" };
rounds.RequireRange(1, MostRuns);
repetitions.RequireRange(1, MostRuns);
json.RequirePlaceForFile();

var network = new Option<string>("--network")
{
    Description = "The network.",
    HelpName = string.Join('|', NetworkSources.Names),
    Required = true,
};
network.AcceptOnlyFromAmong(NetworkSources.Names);
var run = new Command("run", "Measures one network in this process, and writes the rows to the output stream.") { network };
run.SetAction(result =>
{
    var output = new RowOutput(file: null);
    foreach (GeneratorRow row in GeneratorMeasurement.Run(result.GetRequiredValue(network), result.GetRequiredValue(repetitions)))
        output.Write(row);
    return 0;
});

var root = new RootCommand("Measures how long NetGen's generator takes: in a new process, in a warm one, and after edits.")
{
    rounds, repetitions, json, run,
};
root.SetAction(result =>
{
    Console.WriteLine(GeneratorReport.Measure(
        NetworkSources.Names, result.GetRequiredValue(rounds), result.GetRequiredValue(repetitions), result.GetValue(json)));
    return 0;
});
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
{
    foreach (ParseError error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("--help lists the commands and options.");
    return WrongInput;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
