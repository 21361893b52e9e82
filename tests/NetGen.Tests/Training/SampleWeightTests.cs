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

    /// <summary>A sample of weight 2 is one that stands twice, and one of weight 0 is not there: by labels and by targets.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_by_hand_takes_weights(bool byTargets)
    {
        var data = new Clusters(4);
        float[] targets = new float[4 * LinearClassifier.Classes];
        for (int i = 0; i < 4; i++)
        {
            targets[(i * LinearClassifier.Classes) + data.Labels[i]] = 0.75f;
            targets[(i * LinearClassifier.Classes) + ((data.Labels[i] + 1) % LinearClassifier.Classes)] = 0.25f;
        }

        int[] repeated = [0, 1, 1, 3, 3, 3];
        LinearClassifier weighted = new(1), repeating = new(1);
        using Trainer trainer = weighted.CreateTrainer(new SGD(0.5), 4, threads: 1);
        using Trainer other = repeating.CreateTrainer(new SGD(0.5), 6, threads: 1);
        for (int step = 0; step < 3; step++)
        {
            float loss = byTargets
                ? trainer.Step(data.Samples, targets, [1, 2, 0, 3])
                : trainer.Step(data.Samples, data.Labels, [1, 2, 0, 3]);
            float[] samples = RowsOf(data.Samples, LinearClassifier.Features);
            float expected = byTargets
                ? other.Step(samples, RowsOf(targets, LinearClassifier.Classes))
                : other.Step(samples, [.. repeated.Select(index => data.Labels[index])]);
            Assert.Equal(expected, loss, 1e-6f);
        }

        TrainingNumbers.RequireClose(repeating.Memory.Parameters.ToArray(), weighted.Memory.Parameters.ToArray(), 1e-6f);

        float[] RowsOf(float[] all, int size) => [.. repeated.SelectMany(index => all[(index * size)..((index + 1) * size)])];
    }

    [Fact]
    public void Equal_weights_are_none_and_a_step_without_weight_learns_nothing()
    {
        var data = new Clusters(4);
        LinearClassifier weighted = new(1), plain = new(1);
        using Trainer trainer = weighted.CreateTrainer(new SGD(0.5), 4, threads: 1);
        using Trainer other = plain.CreateTrainer(new SGD(0.5), 4, threads: 1);
        Assert.Equal(other.Step(data.Samples, data.Labels), trainer.Step(data.Samples, data.Labels, [3, 3, 3, 3]), 1e-6f);
        TrainingNumbers.RequireClose(plain.Memory.Parameters.ToArray(), weighted.Memory.Parameters.ToArray(), 1e-6f);
        float[] before = weighted.Memory.Parameters.ToArray();
        Assert.True(float.IsNaN(trainer.Step(data.Samples, data.Labels, [0, 0, 0, 0])));
        Assert.Equal(before, weighted.Memory.Parameters.ToArray());
    }

    [Fact]
    public void A_step_with_weights_allocates_nothing()
    {
        var data = new Clusters(4);
        using Trainer trainer = new LinearClassifier(1).CreateTrainer(new SGD(0.5), 4, threads: 1);
        float[] weights = [1, 2, 0, 3];
        trainer.Step(data.Samples, data.Labels, weights);
        long before = GC.GetAllocatedBytesForCurrentThread();
        trainer.Step(data.Samples, data.Labels, weights);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Weights_of_a_step_are_checked_before_it()
    {
        var data = new Clusters(4);
        var network = new LinearClassifier(1);
        float[] before = network.Memory.Parameters.ToArray();
        using Trainer trainer = network.CreateTrainer(new SGD(0.5), 4, threads: 1);
        Assert.Contains("4 samples have as many weights; got 3",
            Assert.Throws<ArgumentException>("weights", () => trainer.Step(data.Samples, data.Labels, [1, 1, 1])).Message);
        Assert.Throws<ArgumentException>("weights", () => trainer.Step(data.Samples, data.Labels, []));
        Assert.Contains("Sample 2 has the weight -1; expected a finite number of at least 0",
            Assert.Throws<ArgumentException>("weights", () => trainer.Step(data.Samples, data.Labels, [1, 1, -1, 1])).Message);
        Assert.Contains("Sample 3 has the weight NaN",
            Assert.Throws<ArgumentException>(
                "weights", () => trainer.Step(data.Samples, new float[12], [1, 1, 1, float.NaN])).Message);
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
