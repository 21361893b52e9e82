using System.CommandLine;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>Options of several commands, with their checks.</summary>
internal static class SharedOptions
{
    public static Option<string> Optimizer()
    {
        var option = new Option<string>("--opt")
        {
            Description = "The optimizer: sgd (with momentum 0.9) or adam.",
            HelpName = string.Join('|', BenchmarkOptimizers.Names),
            DefaultValueFactory = _ => "sgd",
        };
        option.AcceptOnlyFromAmong(BenchmarkOptimizers.Names);
        return option;
    }

    public static Option<string?> Mnist()
    {
        var option = new Option<string?>("--mnist")
        {
            Description = "A folder with MNIST's training files, gzipped or not, for the networks that take digits. "
                + "Without it: random numbers.",
            HelpName = "DIR",
        };
        option.RequireFolder();
        return option;
    }

    public static Option<string?> Width()
    {
        var option = new Option<string?>("--width")
        {
            Description = "Floats in a vector; without it, the most that the machine has.",
            HelpName = "16|8|4|1",
        };
        option.AcceptOnlyFromAmong("16", "8", "4", "1");
        return option;
    }

    public static Option<string?> Json()
    {
        var option = new Option<string?>("--json")
        {
            Description = "Append the rows to this file; without it they go to the output stream.",
            HelpName = "FILE",
        };
        option.RequirePlaceForFile();
        return option;
    }
}
