using NetGen.Compiler.Passes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the network's sizes as constants, so that callers can size their arrays and budgets at compile time.</summary>
internal static class NetworkConstants
{
    /// <summary>Their names, which layers' members avoid.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "InputLength", "OutputLength", "TotalParameters", "TrainableParameters", "TotalMultiplyAdds", "PredictionBytes", "TrainingBytes",
        "Summary",
    ];

    /// <summary>The constants of a network with errors, so that code that uses them has no further error.</summary>
    public static void EmitUnknown(CodeWriter writer, IEnumerable<string> taken)
    {
        foreach (string name in Names.Except(taken))
        {
            writer.Line("/// <summary>Unknown until the network's errors are mended.</summary>");
            writer.Line(name switch
            {
                "Summary" => $"public const string {name} = \"\";",
                "InputLength" or "OutputLength" => $"public const int {name} = 0;",
                _ => $"public const long {name} = 0;",
            });
            writer.Line();
        }
    }

    public static void Emit(CodeWriter writer, ShapedNetwork network, CompiledProgram predict, CompiledProgram training)
    {
        Constant(
            "InputLength", network.Samples.Count,
            $"Floats of one input sample, {string.Join(" and ", network.Inputs.Select(input => input.Shape.ToString()))}.", "int");
        Constant("OutputLength", network.Output.Count, $"Floats of one output sample, {network.Output}.", "int");
        Constant("TotalParameters", network.ParameterCount, "Numbers of the parameters.", "long");
        Constant(
            "TrainableParameters", network.ParameterCount - network.FrozenCount, "Those of them that are not frozen.", "long");
        Constant("TotalMultiplyAdds", network.MultiplyAdds, "Multiply-adds of one prediction of one sample.", "long");
        Constant("PredictionBytes", predict.ActivationBytes, "Bytes of activations for each sample of a prediction.", "long");
        Constant("TrainingBytes", training.ActivationBytes, "Bytes of activations for each sample of a training step.", "long");
        if (!network.Class.MemberNames.Contains("Summary"))
            EmitSummary(writer, SummaryText.Lines(network, predict.ActivationBytes, training.ActivationBytes));

        void Constant(string name, long value, string summary, string type)
        {
            if (network.Class.MemberNames.Contains(name))
                return;
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public const {type} {name} = {Literals.Integer(value)};");
            writer.Line();
        }
    }

    private static void EmitSummary(CodeWriter writer, IReadOnlyList<string> lines)
    {
        writer.Line(
            "/// <summary>The layers as a table, "
            + "with their output shapes, parameters and multiply-adds, and the totals.</summary>");
        writer.Line("public const string Summary =");
        string[] code = [.. Literals.Lines(lines)];
        for (int index = 0; index < code.Length; index++)
            writer.Line($"    {code[index]}{(index < code.Length - 1 ? "" : ";")}");
        writer.Line();
    }
}
