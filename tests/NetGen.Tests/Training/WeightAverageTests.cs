// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using System.Text.Json;
using NetGen.Runtime;
using NetGen.Tests.Optimizers;

namespace NetGen.Tests.Training;

/// <summary>Averaged weights: their formula, and where the network has them.</summary>
public class WeightAverageTests
{
    [Fact]
    public void Follows_PyTorch()
    {
        JsonElement golden = TrainingNumbers.Root.GetProperty("average");
        var memory = new ParameterMemory(7, 0);
        var average = new AveragedWeights(memory, new WeightAverage(golden.GetProperty("decay").GetDouble()) { WarmUp = false });
        average.Use(averaged: true, Workers.Single);
        for (int step = 0; step < golden.GetProperty("values").GetArrayLength(); step++)
        {
            float[] values = TrainingNumbers.Floats(golden.GetProperty("values")[step]);
            values.CopyTo(memory.Parameters);
            average.Update(Workers.Single);
            average.Use(averaged: true, Workers.Single);
            TrainingNumbers.RequireClose(
                TrainingNumbers.Floats(golden.GetProperty("averages")[step]), memory.Parameters[..7].ToArray(), 1e-6f);
            average.Use(averaged: false, Workers.Single);
            Assert.Equal(values, memory.Parameters[..7].ToArray());
        }
    }

    /// <summary>TensorFlow's: min(decay, (1 + n) / (10 + n)), where n steps are in the average already; PyTorch's has no warm-up.</summary>
    [Theory]
    [InlineData(0.999, 4)]
    [InlineData(0.3, 40)]
    public void The_decay_warms_up(double decay, int steps)
    {
        var memory = new ParameterMemory(3, 0);
        var average = new AveragedWeights(memory, new WeightAverage(decay));
        double[] expected = [1, -2, 0.5];
        var random = new Random(1);
        for (int n = 0; n < steps; n++)
        {
            float[] values = n == 0 ? [1, -2, 0.5f] : [random.NextSingle(), random.NextSingle(), random.NextSingle()];
            values.CopyTo(memory.Parameters);
            average.Update(Workers.Single);
            double kept = n == 0 ? 0 : Math.Min(decay, (1.0 + n) / (10 + n));
            for (int i = 0; i < 3; i++)
                expected[i] = (kept * expected[i]) + ((1 - kept) * values[i]);
        }

        average.Use(averaged: true, Workers.Single);
        for (int i = 0; i < 3; i++)
            Assert.Equal(expected[i], memory.Parameters[i], 1e-6);
    }

    /// <summary>After few steps the average is near the weights that are trained, and not the initial ones.</summary>
    [Fact]
    public void The_initial_weights_are_soon_forgotten()
    {
        double warm = DistanceFromTrained(new WeightAverage(0.999));
        double plain = DistanceFromTrained(new WeightAverage(0.999) { WarmUp = false });
        Assert.InRange(warm, 1e-3, plain / 3);

        static double DistanceFromTrained(WeightAverage average)
        {
            var network = new LinearClassifier(1);
            using Trainer trainer = network.CreateTrainer(new Adam(0.01), 8, threads: 1);
            trainer.Average = average;
            var data = new Clusters(8);
            for (int step = 0; step < 60; step++)
                trainer.Step(data.Samples, data.Labels);
            float[] trained = network.Memory.Parameters.ToArray();
            trainer.UseAveragedWeights();
            return Math.Sqrt(network.Memory.Parameters.ToArray().Zip(trained, (a, p) => (a - p) * (a - p)).Sum());
        }
    }

    /// <summary>
    /// Training is the same with an average; validation, callbacks, the best epoch and the end of the fit have the average.
    /// </summary>
    [Fact]
    public void A_fit_evaluates_and_ends_with_the_average()
    {
        LinearClassifier plain = new(1, withStatistics: true), averaged = new(1, withStatistics: true);
        Clusters data = new(40), validation = new(20, seed: 9);
        float[] expected = [];
        var trained = new List<float[]>();
        plain.Fit(data, new Adam(0.05), 2, 8, threads: 1, options: new FitOptions
        {
            Progress = _ =>
            {
                float[] now = plain.Memory.Parameters.ToArray();
                expected = trained.Count == 0 ? now : [.. expected.Zip(now, (a, p) => a + (0.25f * (p - a)))];
                trained.Add(now);
            },
        });
        int step = 0;
        FitHistory history = averaged.Fit(data, new Adam(0.05), 2, 8, threads: 1, options: new FitOptions
        {
            Average = new WeightAverage(0.75) { WarmUp = false },
            Validation = validation,
            Progress = _ => Assert.Equal(trained[step++], averaged.Memory.Parameters.ToArray()),
            EpochEnded = epoch => Assert.Equal(averaged.Evaluate(validation, threads: 1).Loss, epoch.ValidationLoss),
        });
        Assert.Equal(10, step);
        TrainingNumbers.RequireClose(expected, averaged.Memory.Parameters.ToArray(), 1e-5f);
        Assert.Equal(averaged.Evaluate(validation, threads: 1).Loss, history[^1].ValidationLoss);
        Assert.NotEqual(plain.Evaluate(validation, threads: 1).Loss, history[^1].ValidationLoss);
    }

    [Fact]
    public void A_further_fit_goes_on_where_this_one_ended()
    {
        LinearClassifier once = new(1), twice = new(1);
        var options = new FitOptions { Average = new WeightAverage(0.9) };
        using (Trainer trainer = once.CreateTrainer(new Adam(0.05), 8, threads: 1))
            trainer.Fit(new Clusters(40), 4, options);
        using (Trainer trainer = twice.CreateTrainer(new Adam(0.05), 8, threads: 1))
        {
            trainer.Fit(new Clusters(40), 1, options);
            trainer.Fit(new Clusters(40), 3);
        }

        Assert.Equal(once.Memory.Parameters.ToArray(), twice.Memory.Parameters.ToArray());
    }

    /// <summary>The network has the averaged weights until the next step, by an average and by an optimizer that averages.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_by_hand_go_on_with_the_trained_weights(bool byOptimizer)
    {
        LinearClassifier steady = new(1), looked = new(1);
        using Trainer trainer = Create(steady), looking = Create(looked);
        looking.UseAveragedWeights();
        var data = new Clusters(8);
        for (int step = 0; step < 4; step++)
        {
            trainer.Step(data.Samples, data.Labels);
            looking.Step(data.Samples, data.Labels);
            float[] before = looked.Memory.Parameters.ToArray();
            looking.UseAveragedWeights();
            if (step > 0)
                Assert.NotEqual(before, looked.Memory.Parameters.ToArray());
        }

        trainer.UseAveragedWeights();
        Assert.Equal(steady.Memory.Parameters.ToArray(), looked.Memory.Parameters.ToArray());

        Trainer Create(Network network)
        {
            Trainer made = network.CreateTrainer(byOptimizer ? new ScheduleFreeAdamW(0.05) : new Adam(0.05), 8, threads: 1);
            if (!byOptimizer)
                made.Average = new WeightAverage(0.5);
            return made;
        }
    }

    /// <summary>However a fit ends, the network has the averaged weights.</summary>
    [Fact]
    public void A_fit_that_fails_leaves_the_average()
    {
        LinearClassifier failed = new(1), whole = new(1);
        var options = new FitOptions { Average = new WeightAverage(0.5) };
        whole.Fit(new Clusters(40), new Adam(0.05), 1, 8, threads: 1, options: options);
        Assert.Throws<TimeoutException>(() => failed.Fit(new Clusters(40), new Adam(0.05), 2, 8, threads: 1, options: options with
        {
            Progress = progress =>
            {
                if (progress.SamplesDone == 40)
                    throw new TimeoutException();
            },
        }));
        Assert.Equal(whole.Memory.Parameters.ToArray(), failed.Memory.Parameters.ToArray());
    }

    [Fact]
    public void The_best_epoch_is_kept_with_its_averaged_weights()
    {
        var network = new LinearClassifier(1);
        float[] best = [];
        using Trainer trainer = network.CreateTrainer(new Adam(0.05), 8, threads: 1);
        trainer.Fit(new Clusters(40), 3, new FitOptions
        {
            Average = new WeightAverage(0.5),
            KeepBest = true,
            Validation = new Clusters(20, seed: 9),
            Monitor = new ToldMetric([2, 1, 3]),
            EpochEnded = epoch => best = epoch.Epoch == 2 ? network.Memory.Parameters.ToArray() : best,
        });
        Assert.Equal(best, network.Memory.Parameters.ToArray());

        // Training goes on from there too.
        trainer.Average = null;
        Assert.Equal(best, network.Memory.Parameters.ToArray());
    }

    /// <summary>A search makes no average, and leaves the network with the weights that it had.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_search_for_a_learning_rate_changes_no_average(bool byOptimizer)
    {
        LinearClassifier searched = new(1), once = new(1);
        using Trainer searching = Create(searched), steady = Create(once);
        searching.Fit(new Clusters(40), 1);
        steady.Fit(new Clusters(40), 1);
        searching.FindLearningRate(new Clusters(40));
        Assert.Equal(once.Memory.Parameters.ToArray(), searched.Memory.Parameters.ToArray());
        searching.Fit(new Clusters(40), 1);
        steady.Fit(new Clusters(40), 1);
        Assert.Equal(once.Memory.Parameters.ToArray(), searched.Memory.Parameters.ToArray());

        Trainer Create(Network network)
        {
            Trainer made = network.CreateTrainer(byOptimizer ? new ScheduleFreeAdamW(0.05) : new Adam(0.05), 8, threads: 1);
            if (!byOptimizer)
                made.Average = new WeightAverage(0.5);
            return made;
        }
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using Trainer plain = new LinearClassifier().CreateTrainer(new SGD(), 8, threads: 1);
        using Trainer averaging = new LinearClassifier().CreateTrainer(new ScheduleFreeAdamW(), 8, threads: 1);
        Assert.Contains("There are no averaged weights", Assert.Throws<InvalidOperationException>(plain.UseAveragedWeights).Message);
        Assert.Contains(
            "ScheduleFreeAdamW averages the weights itself",
            Assert.Throws<InvalidOperationException>(() => averaging.Average = new WeightAverage()).Message);
        Assert.Throws<InvalidOperationException>(
            () => averaging.Fit(new Clusters(8), 1, new FitOptions { Average = new WeightAverage() }));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new WeightAverage(1));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new WeightAverage(-0.1));
    }
}
