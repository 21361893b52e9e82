using System.CommandLine;
using System.Diagnostics;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The command <c>first</c>.</summary>
internal static class FirstResultCommand
{
    public static Command Create(DateTime mainBegan)
    {
        var model = new Option<string>("--model")
        {
            Description = "The network.",
            HelpName = string.Join('|', ModelCatalog.Names),
            DefaultValueFactory = _ => "mnist-cnn",
        };
        model.AcceptOnlyFromAmong(ModelCatalog.Names);
        var began = new Option<long?>("--t0")
        {
            Description = "When the process was started, in nanoseconds of Unix time. "
                + "'first --model NAME --t0 N', in this order, is not delayed by reading options.",
            HelpName = "N",
        };
        var command = new Command("first", "Times the way from the start of the process to its first prediction.") { model, began };
        command.SetAction(result => FirstResult.Run(
            ModelCatalog.Named(result.GetRequiredValue(model)),
            result.GetValue(began) is long nanoseconds ? FirstResult.FromUnixNanoseconds(nanoseconds) : StartOfProcess(),
            mainBegan));
        return command;
    }

    private static DateTime StartOfProcess()
    {
        using Process process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }
}
