// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

public class FindLearningRateTests
{
    [Fact]
    public void The_rate_rises_until_the_loss_diverges()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), 16, threads: 1);
        Clusters data = Noisy();
        LearningRateCurve curve = trainer.FindLearningRate(data, from: 1e-3, to: 1e6, steps: 91);
        Assert.True(curve.Diverged);
        Assert.InRange(curve.Count, 40, 90);
        Assert.Equal(1e-3, curve[0].LearningRate, 1e-12);
        Assert.Equal(curve[0].Loss, curve[0].SmoothedLoss, 1e-6);
        for (int i = 1; i < curve.Count; i++)
            Assert.Equal(Math.Pow(10, 0.1), curve[i].LearningRate / curve[i - 1].LearningRate, 1e-9);
        for (int i = 0; i < curve.Count - 1; i++)
            Assert.True(curve[i].SmoothedLoss <= 4 * curve.Take(i + 1).Min(point => point.SmoothedLoss));

        // A rate with which it learns, and far more than with a hundredth of it.
        Assert.InRange(curve.Suggestion, 0.01, 10);
        Assert.True(LossAt(curve.Suggestion) < LossAt(curve.Suggestion / 100) / 2);

        double LossAt(double rate) =>
            new LinearClassifier().Fit(data, new SGD(rate), epochs: 3, batchSize: 16, threads: 1)[^1].Loss;

        // Some labels are wrong, so that no line parts the classes and steps can be too large.
        static Clusters Noisy()
        {
            var data = new Clusters(50);
            for (int i = 0; i < 50; i += 9)
                data.Labels[i] = (data.Labels[i] + 1) % 3;
            return data;
        }
    }

    /// <summary>In the middle of a training with an optimizer that has a state and numbers of its own.</summary>
    [Fact]
    public void Everything_is_as_before()
    {
        LinearClassifier once = new(withStatistics: true), searched = new(withStatistics: true);
        NAdam ofOnce = new(0.01), ofSearched = new(0.01);
        using Trainer trainer = once.CreateTrainer(ofOnce, 16, threads: 1), searching = searched.CreateTrainer(ofSearched, 16, threads: 1);
        trainer.Fit(new Clusters(50), 1);
        trainer.Fit(new Clusters(50), 1);
        searching.Fit(new Clusters(50), 1);
        float[] before = searched.Memory.ParameterBlock.Span.ToArray();
        searching.FindLearningRate(new Clusters(50));
        Assert.Equal(before, searched.Memory.ParameterBlock.Span.ToArray());
        Assert.Equal(searched.Statistics[2].Batches, searching.StepsDone);
        Assert.Equal(0.01, ofSearched.LearningRate);
        Assert.Throws<OperationCanceledException>(() => searching.FindLearningRate(new Clusters(50), cancellation: new(canceled: true)));
        searching.Fit(new Clusters(50), 1);
        Assert.Equal(once.Memory.ParameterBlock.Span.ToArray(), searched.Memory.ParameterBlock.Span.ToArray());
        Assert.Equal(ofOnce.Steps, ofSearched.Steps);
    }

    [Fact]
    public void A_set_smaller_than_a_batch_is_enough()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new Adam(), 16, threads: 1);
        LearningRateCurve curve = trainer.FindLearningRate(new Clusters(5), to: 1, steps: 30);
        Assert.Equal((30, false), (curve.Count, curve.Diverged));
        Assert.Equal(1, curve[29].LearningRate, 1e-9);
    }

    /// <summary>Where the loss rises from the beginning there is none.</summary>
    [Fact]
    public void No_suggestion_where_nothing_falls() => Assert.True(double.IsNaN(new LearningRateCurve(
        Enumerable.Range(1, 40).Select(i => new LearningRatePoint(i, i, i)), diverged: false).Suggestion));

    [Fact]
    public void The_steepest_fall_is_suggested() => Assert.Equal(23, new LearningRateCurve(
        Enumerable.Range(1, 40).Select(i => new LearningRatePoint(i, 0, i < 23 ? 9 - (0.1 * i) : i == 23 ? 6 : 3 + (0.1 * i))),
        diverged: true).Suggestion);

    [Fact]
    public void Refuses_bad_arguments()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), 16, threads: 1);
        Assert.Throws<ArgumentOutOfRangeException>("from", () => trainer.FindLearningRate(new Clusters(5), from: 0));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => trainer.FindLearningRate(new Clusters(5), from: 1, to: 1));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => trainer.FindLearningRate(new Clusters(5), to: 1e300));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => trainer.FindLearningRate(new Clusters(5), steps: 9));
        Assert.Throws<ArgumentException>("data", () => trainer.FindLearningRate(new Clusters(5) { SampleSize = 4 }));
        using Trainer two = new LinearClassifier(needsTwoSamples: "bn1").CreateTrainer(new SGD(), 16, threads: 1);
        Assert.Contains("takes at least 2", Assert.Throws<ArgumentException>(
            "data", () => two.FindLearningRate(new Clusters(1))).Message);
    }
}
