using System.Text;

namespace NetGen.Execution.Tests.Golden;

/// <summary>The attributed class that states a golden case's network.</summary>
internal static class GoldenSource
{
    public const string Namespace = "GoldenCases";

    private static readonly HashSet<string> SignalModules = ["Conv1d", "MaxPool1d", "AvgPool1d", "BatchNorm1d", "ConvTranspose1d"];

    /// <summary>Linear on a case called linear would otherwise hide its own attribute.</summary>
    public static string ClassName(GoldenCase golden) => string.Concat(golden.Name
        .Split(golden.Name.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Case";

    /// <summary>What the language cannot say yet, or null.</summary>
    public static string? Unsupported(GoldenCase golden)
    {
        try
        {
            Of(golden);
            return null;
        }
        catch (UnsupportedModuleException exception)
        {
            return exception.Message;
        }
    }

    public static string Of(GoldenCase golden)
    {
        var source = new StringBuilder();
        source.AppendLine("using NetGen;").AppendLine().AppendLine($"namespace {Namespace};").AppendLine();
        source.AppendLine("[Network]").AppendLine($"[{Input(golden)}]");
        foreach (GoldenLayer layer in golden.Layers.Where(layer => layer.Operation != "Identity"))
        {
            CheckMeaning(golden, layer);
            source.AppendLine($"[{ModuleAttributes.Of(layer)}]");
        }

        source.AppendLine($"[Output({Sizes(golden.OutputShape)}{(golden.OutputShape.Length == 3 ? AxesOf(golden) : "")})]");
        if (golden.Loss is not null)
            source.AppendLine($"[{ModuleAttributes.Of(golden.Loss)}]");
        return source.AppendLine($"public partial class {ClassName(golden)};").ToString();
    }

    private static string Input(GoldenCase golden) => golden.InputShape.Length switch
    {
        3 => $"Input({Sizes(golden.InputShape)}{AxesOf(golden)})",
        2 or 4 => $"Input({Sizes(golden.InputShape)})",
        int rank => throw new UnsupportedModuleException($"an input with {rank - 1} axes a sample"),
    };

    /// <summary>What two sizes of a sample mean is said by the layers.</summary>
    private static string AxesOf(GoldenCase golden) =>
        golden.Layers.Any(layer => SignalModules.Contains(layer.Operation)) ? ", Axes = Axes.ChannelsLength" : "";

    private static string Sizes(int[] shape) => string.Join(", ", shape.Skip(1));

    /// <summary>Where a layer means something by the kind of its input, PyTorch's arguments must mean the same.</summary>
    private static void CheckMeaning(GoldenCase golden, GoldenLayer layer)
    {
        if (layer.Operation == "Dropout" && golden.IsTraining && new ModuleArguments(layer).Number("p") is null or > 0)
            throw new UnsupportedModuleException("Dropout in training, whose mask is PyTorch's own");
        if (layer.Operation == "LayerNorm")
        {
            int[] normalized = new ModuleArguments(layer).Sizes("normalized_shape");
            int expected = golden.InputShape.Length == 4 ? 3 : 1;
            if (normalized.Length != expected)
                throw new UnsupportedModuleException(
                    $"LayerNorm over [{string.Join(", ", normalized)}] of an input with {golden.InputShape.Length - 1} axes");
        }
    }
}
