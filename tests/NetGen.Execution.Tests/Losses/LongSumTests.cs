using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// Sums of a million equal terms keep their digits: one running sum is off by a percent, since each addition rounds the same way.
/// </summary>
public class LongSumTests
{
    private const int Million = 1_000_000;
    private const double Tolerance = 5e-6;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("LongSums",
    [
        ("Squares", Source("Squares", "Input(1, 1000, 1000), LeakyReLU(1), MSE")),
        ("Row", Source("Row", "Input(1000000), LeakyReLU(1), MSE")),
        ("Rows", Source("Rows", "Input(250, 250, 16), LeakyReLU(1), L1")),
        ("Classes", Source("Classes", "Input(4), LeakyReLU(1), CrossEntropy")),
        ("ManyClasses", Source("ManyClasses", "Input(1000000), LeakyReLU(1), CrossEntropy")),
        ("Mean", Source("Mean", "Input(1, 1000, 1000), AdaptiveAvgPool2d(1)")),
        ("Means", Source("Means", "Input(16, 256, 256), AdaptiveAvgPool2d(1)")),
        ("Pool", Source("Pool", "Input(1, 1000, 1000), AvgPool2d(1000)")),
        ("Regions", Source("Regions", "Input(1, 2000, 2000), AdaptiveAvgPool2d(2)")),
        ("Norm", Source("Norm", "Input(1000000), LayerNorm")),
        ("BatchNorm", Source("BatchNorm", "Input(2, 500, 500), BatchNorm")),
        ("Linear", Source("Linear", "Input(1000000), Linear(1)")),
        ("Wide", Source("Wide", "Input(1), Linear(1000000)")),
        ("Narrow", Source("Narrow", "Input(5), Linear(3)")),
    ]));

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void Losses_of_many_outputs(int lanes)
    {
        foreach (string name in (string[])["Squares", "Row"])
            Near(0.01, Run(name, lanes, 1, Filled(Million, 0.1f), targets: new float[Million]).Loss!.Value, name);
        Near(0.1, Run("Rows", lanes, 1, Filled(Million, 0.1f), targets: new float[Million]).Loss!.Value, "Rows");
        Near(Math.Log(Million), Run("ManyClasses", lanes, 1, new float[Million], labels: [7]).Loss!.Value, "ManyClasses");
    }

    [Theory, MemberData(nameof(Widths))]
    public void Losses_of_many_samples(int lanes)
    {
        foreach (int samples in (int[])[60_000, Million])
            Near(
                Math.Log(4), Run("Classes", lanes, samples, new float[4 * samples], labels: new int[samples]).Loss!.Value,
                $"Classes, {samples}");
    }

    [Theory, MemberData(nameof(Widths))]
    public void Means_of_large_images(int lanes)
    {
        foreach (string name in (string[])["Mean", "Pool"])
            Near(0.1, Create(name, lanes).Predict(Filled(Million, 0.1f))[0], name);
        foreach (float mean in Create("Regions", lanes).Predict(Filled(4 * Million, 0.1f)))
            Near(0.1, mean, "Regions");
        foreach (float mean in Create("Means", lanes).Predict(Filled(16 * 256 * 256, 0.1f)))
            Near(0.1, mean, "Means");
    }

    /// <summary>Of values 0.1 and 0.3 in turn the mean is 0.2 and the deviation 0.1, so that what comes out is −1 and 1.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Statistics_of_norms(int lanes)
    {
        float[] image = [.. Enumerable.Range(0, Million).Select(i => i % 2 == 0 ? 0.1f : 0.3f)];
        Check(Create("Norm", lanes).Predict(image), "Norm");

        // Four samples, half a million values each.
        Check(Run("BatchNorm", lanes, 2, image, outputGradient: new float[Million]).Output, "BatchNorm");

        // 1 / √(variance + 10⁻⁵) has a part of 5·10⁻⁴ less; digits of the mean count tenfold.
        static void Check(float[] output, string name)
        {
            double expected = 0.1 / Math.Sqrt(0.01 + 1e-5);
            for (int i = 0; i < output.Length; i += 997)
                Assert.True(Math.Abs((i % 2 == 0 ? -expected : expected) - output[i]) < 2e-5, $"{name} [{i}] is {output[i]}");
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Products_over_very_long_rows(int lanes)
    {
        foreach (int samples in (int[])[1, 5])
        {
            Network network = Create("Linear", lanes);
            network.Memory.Parameters.Fill(1);
            foreach (float output in network.Predict(Filled(samples * Million, 0.1f)))
                Near(100_001, output, $"Linear, {samples}");
        }

        Network wide = Create("Wide", lanes);
        wide.Memory.Parameters.Fill(0.1f);
        foreach (int samples in (int[])[1, 5])
            foreach (float slope in Run(wide, samples, Filled(samples, 1), Filled(samples * Million, 1)).InputGradient!)
                Near(100_000, slope, $"Wide, {samples}");
    }

    [Theory, MemberData(nameof(Widths))]
    public void Gradients_of_many_samples(int lanes)
    {
        Network network = Create("Narrow", lanes);
        Run(network, Million, Filled(5 * Million, 1), Filled(3 * Million, 0.1f));
        foreach (TensorDescription parameter in network.Description.Parameters)
            Near(100_000, network.Memory.Gradients[parameter.Offset], parameter.Name);
    }

    private static Network Create(string name, int lanes) => Compiled.Value.Create(name, lanes);

    private static float[] Filled(int count, float value)
    {
        float[] result = new float[count];
        Array.Fill(result, value);
        return result;
    }

    private static PassResult Run(
        string name, int lanes, int samples, float[] input, int[]? labels = null, float[]? targets = null,
        float[]? outputGradient = null) =>
        new TrainingPass(Create(name, lanes), samples, Workers.Single, lossOfIndices: labels is not null)
            .Run(new PassInput(samples, input, outputGradient, labels, targets));

    private static PassResult Run(Network network, int samples, float[] input, float[] outputGradient) =>
        new TrainingPass(network, samples, Workers.Single, lossOfIndices: false)
            .Run(new PassInput(samples, input, outputGradient, null, null));

    private static void Near(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * expected,
            $"{what}: {actual:R}, not {expected:R}: off by {Math.Abs(expected - actual) / expected:0.0e0}");

    private static string Source(string name, string layers) => $$"""
        using NetGen;

        [Network, {{layers}}]
        public partial class {{name}};
        """;
}
