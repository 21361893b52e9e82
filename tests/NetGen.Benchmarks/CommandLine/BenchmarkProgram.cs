using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The program with its commands.</summary>
internal static class BenchmarkProgram
{
    private const int Failed = 1, WrongInput = 2;

    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, DateTime mainBegan)
    {
        var root = new RootCommand("Measures how fast the networks that NetGen writes train and predict.")
        {
            MeasurementCommands.Train(),
            MeasurementCommands.Infer(),
            MeasurementCommands.Profile(),
            MeasurementCommands.Memory(),
            new LayersCommand().Command,
            FirstResultCommand.Create(mainBegan),
            new CompareCommand().Command,
        };
        ParseResult result = root.Parse(arguments);
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
        {
            foreach (ParseError error in result.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine("--help lists the commands and options.");
            return WrongInput;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(error.Message);
            return Failed;
        }
    }
}
