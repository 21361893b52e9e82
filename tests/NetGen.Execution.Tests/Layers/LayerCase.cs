using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

/// <summary>Layers on one input, with the formula by which they predict.</summary>
/// <param name="Name">The network's class.</param>
/// <param name="Layers">The attributes, without brackets.</param>
/// <param name="Input">What comes in.</param>
/// <param name="Output">What goes out.</param>
/// <param name="Formula">
/// From a sample to what the layers make of it with their first parameters, as the obvious loop over values in PyTorch's order.
/// </param>
internal sealed record LayerCase(
    string Name, string Layers, SampleShape Input, SampleShape Output, Func<SampleValues, Func<int[], double>> Formula)
{
    /// <summary>The nested blocks that are operands, as source.</summary>
    public string Blocks { get; init; } = "";

    public RandomNetwork Network => new(Name, Source, Input, Output, RandomLabels.None, Samples: 3);

    /// <summary>What the formula gives for a sample.</summary>
    public double[] Expected(ReadOnlySpan<float> sample)
    {
        Func<int[], double> formula = Formula(new SampleValues(Input, [.. sample]));
        return [.. SampleValues.Indices(Output).Select(formula)];
    }

    private string Source => $$"""
        using NetGen;

        namespace {{NetworkGenerator.Namespace}};

        [Network, Input({{Sizes(Input)}}), {{Layers}}, Output({{Sizes(Output)}})]
        public partial class {{Name}}
        {
            {{Blocks}}
        }
        """;

    private static string Sizes(SampleShape shape) =>
        shape.ToString() + (shape.Kind == SampleKind.Signal ? ", Axes = Axes.ChannelsLength" : "");
}
