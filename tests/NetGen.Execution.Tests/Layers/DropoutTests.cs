using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Layers;

/// <summary>What is dropped in training is dropped as a whole, as often as stated, and the rest is scaled by the formula.</summary>
public class DropoutTests
{
    private const int Samples = 400;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("Dropouts",
    [
        ("Signals", Source("Signals", "Input(5, 3, Axes = Axes.ChannelsLength), Dropout1d(0.3)")),
        ("Images", Source("Images", "Input(5, 2, 3), Dropout2d(0.3)")),
        ("Paths", Source("Paths", "Input(5, 6), DropPath(0.3)")),
        ("Alphas", Source("Alphas", "Input(30), AlphaDropout(0.3)")),
    ]));

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void Channels_and_paths_are_dropped_as_a_whole(int lanes)
    {
        Check("Signals", together: 3);
        Check("Images", together: 6);
        Check("Paths", together: 30);

        void Check(string name, int together)
        {
            float[] output = Trained(name, lanes, 1);
            int dropped = 0;
            foreach (float[] values in output.Chunk(together))
            {
                float expected = values[0] == 0 ? 0 : 1 / 0.7f;
                Assert.All(values, value => Assert.Equal(expected, value, 1e-6f));
                dropped += values[0] == 0 ? 1 : 0;
            }

            Assert.InRange((double)dropped * together / output.Length, 0.24, 0.36);
        }
    }

    /// <summary>Of numbers with mean 0 and variance 1, mean and variance stay.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Alpha_dropout_keeps_mean_and_variance(int lanes)
    {
        float[] output = [.. Trained("Alphas", lanes, 1), .. Trained("Alphas", lanes, -1)];
        Assert.Equal(3, output.Distinct().Count());
        Assert.InRange(output.Average(value => (double)value), -0.05, 0.05);
        Assert.InRange(output.Average(value => (double)value * value), 0.95, 1.05);
    }

    private static float[] Trained(string name, int lanes, float value)
    {
        Network network = Compiled.Value.Create(name, lanes);
        float[] input = new float[Samples * network.InputSize];
        Array.Fill(input, value);
        return new TrainingPass(network, Samples, Workers.Single, lossOfIndices: false)
            .Run(new PassInput(Samples, input, new float[Samples * network.OutputSize], null, null)).Output;
    }

    private static string Source(string name, string layers) => $$"""
        using NetGen;

        [Network, {{layers}}]
        public partial class {{name}};
        """;
}
