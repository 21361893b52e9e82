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
        ("Noise", Source("Noise", "Input(30), GaussianNoise(0.5)")),
        ("Slopes", Source("Slopes", "Input(30), RReLU(-0.25, 0.5)")),
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

    /// <summary>Noise has the moments of N(2, ½²), and as many numbers in each tenth of that distribution.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Gaussian_noise_is_normal(int lanes)
    {
        double[] noise = [.. Trained("Noise", lanes, 2).Select(value => (value - 2) / 0.5)];
        Assert.Equal(noise.Length, noise.Distinct().Count(), noise.Length / 1000.0);
        Assert.InRange(noise.Average(), -0.04, 0.04);
        Assert.InRange(noise.Average(z => z * z), 0.94, 1.06);
        Assert.InRange(noise.Average(z => z * z * z), -0.2, 0.2);
        Assert.InRange(noise.Average(z => z * z * z * z), 2.6, 3.4);
        double[] ends = [-1.281552, -0.841621, -0.524401, -0.253347, 0, 0.253347, 0.524401, 0.841621, 1.281552];
        Assert.All(
            noise.CountBy(z => ends.Count(end => end < z)), part => Assert.InRange((double)part.Value / noise.Length, 0.08, 0.12));
    }

    /// <summary>Positive values pass; negative ones have slopes that are drawn evenly, and the gradient has the same.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Slopes_are_drawn_for_negative_values_alone(int lanes)
    {
        Assert.All(Trained("Slopes", lanes, 2), value => Assert.Equal(2, value));
        PassResult pass = Pass("Slopes", lanes, -2, gradient: 1);
        float[] slopes = [.. pass.Output.Select(value => value / -2)];
        Assert.All(slopes, slope => Assert.InRange(slope, -0.25f, 0.5f));
        for (int tenth = 0; tenth < 10; tenth++)
        {
            double end = -0.25 + (tenth * 0.075);
            Assert.InRange(slopes.Count(slope => slope >= end && slope < end + 0.075) / (double)slopes.Length, 0.08, 0.12);
        }

        for (int i = 0; i < slopes.Length; i++)
            Assert.Equal(slopes[i], pass.InputGradient![i], 1e-6f);
    }

    private static float[] Trained(string name, int lanes, float value) => Pass(name, lanes, value, gradient: 0).Output;

    private static PassResult Pass(string name, int lanes, float value, float gradient)
    {
        Network network = Compiled.Value.Create(name, lanes);
        float[] input = new float[Samples * network.InputSize];
        Array.Fill(input, value);
        float[] outputGradient = new float[Samples * network.OutputSize];
        Array.Fill(outputGradient, gradient);
        return new TrainingPass(network, Samples, Workers.Single, lossOfIndices: false)
            .Run(new PassInput(Samples, input, outputGradient, null, null));
    }

    private static string Source(string name, string layers) => $$"""
        using NetGen;

        [Network, {{layers}}]
        public partial class {{name}};
        """;
}
