// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Tests.Optimizers;

namespace NetGen.Tests.Training;

/// <summary>Weights of samples: what they are refused for, and what they count over several batches.</summary>
public class SampleWeightTests
{
    private static readonly float[] Weights = [2, 0, 1, 3, 1, 1, 0, 2, 0.5f, 0, 0, 0];

    /// <summary>In batches, accumulated, and evaluated: the mean over all that counts.</summary>
    [Fact]
    public void Batches_count_what_their_samples_weigh()
    {
        ArrayDataSet whole = Data().WithWeights(Weights);
        LinearClassifier once = new(1), parts = new(1);
        double expected = once.Evaluate(whole, threads: 1).Loss;
        FitHistory ofOnce = once.Fit(whole, new SGD(0.5), 1, 12, threads: 1, options: new FitOptions { Shuffle = false });
        FitHistory ofParts = parts.Fit(whole, new SGD(0.5), 1, 4, threads: 1, options: new FitOptions { Shuffle = false, Accumulate = 3 });
        Assert.Equal(expected, ofOnce[0].Loss, 1e-6);
        Assert.Equal(expected, ofParts[0].Loss, 1e-6);
        TrainingNumbers.RequireClose(once.Memory.Parameters.ToArray(), parts.Memory.Parameters.ToArray(), 1e-6f);
    }

    /// <summary>A batch in which nothing counts changes nothing, and is no divergence.</summary>
    [Fact]
    public void A_batch_without_weight_is_no_divergence()
    {
        var network = new LinearClassifier(1);
        float[] before = network.Memory.Parameters.ToArray();
        FitHistory history = network.Fit(Data().WithWeights(new float[12]), new SGD(0.5), 1, 4, threads: 1);
        Assert.True(double.IsNaN(history[0].Loss));
        Assert.Equal(before, network.Memory.Parameters.ToArray());
    }

    [Theory]
    [InlineData(-1, "-1")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void A_weight_is_a_number_of_at_least_0(float weight, string text)
    {
        float[] weights = [.. Weights];
        weights[7] = weight;
        string message = Assert.Throws<ArgumentException>("weights", () => Data().WithWeights(weights)).Message;
        Assert.Contains($"Sample 7 of 'arrays' has the weight {text}; expected a finite number of at least 0.", message);

        // The array is not copied, so that it may change later.
        float[] changed = [.. Weights];
        ArrayDataSet data = Data().WithWeights(changed);
        changed[7] = weight;
        Assert.Contains($"Sample 7 of 'arrays' has the weight {text}", Assert.Throws<ArgumentException>(
            "data", () => new LinearClassifier().Fit(data, new SGD(), 1, 5, threads: 1)).Message);
    }

    [Fact]
    public void There_is_one_for_each_sample()
    {
        Assert.Contains("There are 12 samples and 3 weights", Assert.Throws<ArgumentException>(
            "weights", () => Data().WithWeights(new float[3])).Message);
        Assert.Contains("has no weights: WithWeights adds them", Assert.Throws<NotSupportedException>(
            () => Data().CopyWeights([0], new float[1])).Message);
        Assert.Contains("has no weights; expected CopyWeights on Clusters", Assert.Throws<NotSupportedException>(
            () => ((IDataSet)new Clusters(3)).CopyWeights([0], new float[1])).Message);
    }

    private static ArrayDataSet Data()
    {
        var clusters = new Clusters(12);
        return new ArrayDataSet(clusters.Samples, clusters.Labels, LinearClassifier.Classes, [LinearClassifier.Features]);
    }
}
