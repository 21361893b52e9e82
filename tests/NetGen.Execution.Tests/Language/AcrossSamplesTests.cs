using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Language;

/// <summary>
/// BatchNorm without running statistics, which normalises a prediction over the samples of the call: nothing cuts these into parts.
/// </summary>
public class AcrossSamplesTests
{
    private const int Count = 150;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("AcrossSamples",
    [
        ("Plain", """
            using NetGen;

            [Network, Input(1), BatchNorm(TrackRunningStats = false), MSE]
            public partial class Plain;
            """),
        ("Images", """
            using NetGen;

            [Network, Input(1, 1, 2), BatchNorm(TrackRunningStats = false), Flatten]
            public partial class Images;
            """),
        ("Tracking", """
            using NetGen;

            [Network, Input(1), BatchNorm]
            public partial class Tracking;
            """),
    ]));

    /// <summary>0 to 149: no part of them has the mean of all.</summary>
    private static readonly float[] Samples = [.. Enumerable.Range(0, Count).Select(i => (float)i)];

    private static readonly float[] Normalized = Normalize(Samples);

    [Fact]
    public void A_prediction_is_over_all_samples_of_its_call()
    {
        Network network = Create("Plain");
        Near(Normalized, network.Predict(Samples));
        Near(Normalize(Samples[..10]), network.Predict(Samples[..10]));
        Near(Normalized, network.Predict(Samples));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_predictor_gives_the_same_for_any_number_of_threads(int threads)
    {
        Network network = Create("Plain");
        using Predictor predictor = network.CreatePredictor(Count, threads);
        var outputs = new float[Count];
        predictor.Predict(Samples, outputs);
        Assert.Equal(network.Predict(Samples), outputs);
        predictor.Predict(Samples.AsSpan(0, 3), outputs.AsSpan(0, 3));
        Near(Normalize(Samples[..3]), outputs[..3]);
    }

    [Fact]
    public void A_predictor_refuses_what_it_would_have_to_cut()
    {
        using Predictor predictor = Create("Plain").CreatePredictor(batchSize: 100, threads: 1);
        Assert.StartsWith(
            "'batchnorm1' of Plain has no running statistics and normalises over the samples of a call, which is not cut into parts: "
            + "the predictor was made for at most 100 samples at once; got 150.",
            Assert.Throws<ArgumentException>("input", () => predictor.Predict(Samples, new float[Count])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_evaluation_is_over_the_whole_set(int threads) =>
        Assert.Equal(0, Create("Plain").Evaluate(new ArrayDataSet(Samples, Normalized, [1]), threads).Loss, 1e-6);

    /// <summary>As PyTorch, which normalises no single value either.</summary>
    [Fact]
    public void A_single_sample_is_refused_where_it_has_one_position()
    {
        Assert.StartsWith(
            "'batchnorm1' of Plain has no running statistics and normalises over the samples of a call: expected at least 2, got 1.",
            Assert.Throws<ArgumentException>("input", () => Create("Plain").Predict([1f])).Message, StringComparison.Ordinal);
        Near([-1, 1], Create("Images").Predict([1, 3]));
        Assert.Equal([1 / MathF.Sqrt(1 + 1e-5f)], Create("Tracking").Predict([1f]));
    }

    private static Network Create(string name) => Compiled.Value.Create(name, NetGen.Runtime.VectorWidth.Preferred);

    private static float[] Normalize(float[] values)
    {
        double mean = values.Average(value => (double)value);
        double variance = values.Average(value => (value - mean) * (value - mean));
        return [.. values.Select(value => (float)((value - mean) / Math.Sqrt(variance + 1e-5)))];
    }

    private static void Near(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-4f);
    }
}
