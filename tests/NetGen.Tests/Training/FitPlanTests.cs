// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

/// <summary>What a fit cannot end with is refused before its first step, by the argument, the numbers and the ways out.</summary>
public class FitPlanTests
{
    [Theory]
    [InlineData(
        129, 64,
        "'clusters' has 129 samples: batches of 64 leave 1 for the last, and 'bn1' of LinearClassifier normalises over the batch, "
        + "so that a step takes at least 2 samples. Set FitOptions.DropLast, or take another batch size, such as 63.")]
    [InlineData(
        1201, 400,
        "'clusters' has 1,201 samples: batches of 400 leave 1 for the last, and 'bn1' of LinearClassifier normalises over the batch, "
        + "so that a step takes at least 2 samples. Set FitOptions.DropLast, or take another batch size, such as 399.")]
    [InlineData(
        7, 3,
        "'clusters' has 7 samples: batches of 3 leave 1 for the last, and 'bn1' of LinearClassifier normalises over the batch, "
        + "so that a step takes at least 2 samples. Set FitOptions.DropLast, or take another batch size, such as 7.")]
    [InlineData(
        1, 64,
        "'clusters' has 1 sample, and 'bn1' of LinearClassifier normalises over the batch, so that a step takes at least 2 samples.")]
    public void A_last_batch_of_one_sample_before_a_BatchNorm(int samples, int batchSize, string message)
    {
        var network = new LinearClassifier(needsTwoSamples: "bn1");
        RequireRefusal(network, "data", message, () => network.Fit(new Clusters(samples), new SGD(0.1), epochs: 2, batchSize, threads: 1));
    }

    [Fact]
    public void Drop_last_leaves_it_out()
    {
        var data = new Clusters(129);
        var progress = new List<FitProgress>();
        IReadOnlyList<EpochResult> results = new LinearClassifier(needsTwoSamples: "bn1").Fit(
            data, new SGD(0.1), epochs: 2, batchSize: 64, threads: 1, options: new FitOptions { DropLast = true, Progress = progress.Add });
        Assert.Equal([128, 128], results.Select(result => result.Samples));
        Assert.Equal([64, 128, 64, 128], progress.Select(step => step.SamplesDone));
        Assert.All(progress, step => Assert.Equal(128, step.Samples));
        Assert.Equal(results[0].Loss, progress[1].Loss);
        int[] first = [.. data.Visited.Take(128)], second = [.. data.Visited.Skip(128)];
        Assert.Equal(128, first.Distinct().Count());
        Assert.NotEqual(first.Order(), second.Order());
    }

    /// <summary>Only where the last batch is smaller is there something to drop.</summary>
    [Fact]
    public void Drop_last_drops_no_whole_batch()
    {
        var data = new Clusters(128);
        new LinearClassifier().Fit(data, new SGD(0.1), epochs: 1, batchSize: 64, threads: 1, options: new FitOptions { DropLast = true });
        Assert.Equal(Enumerable.Range(0, 128), data.Visited.Order());
    }

    [Fact]
    public void Drop_last_of_a_set_that_is_smaller_than_a_batch()
    {
        var network = new LinearClassifier();
        RequireRefusal(
            network, "options",
            "'clusters' has 40 samples and a batch has 64: with FitOptions.DropLast no batch is left. "
            + "Take a batch size of at most 40, or leave DropLast out.",
            () => network.Fit(new Clusters(40), new SGD(0.1), epochs: 1, options: new FitOptions { DropLast = true }));
    }

    [Fact]
    public void A_schedule_that_ends_before_the_fit()
    {
        var network = new LinearClassifier();
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 16, threads: 1);
        RequireRefusal(
            network, "options",
            "The OneCycleSchedule of FitOptions.StepSchedule has 8 steps, and this fit ends after 12: 4 epochs of 3 steps. "
            + "Make the schedule of 12 steps, or fit 2 epochs.",
            () => trainer.Fit(new Clusters(40), 4, BySteps(8)));
        RequireRefusal(
            network, "options",
            "The OneCycleSchedule of FitOptions.StepSchedule has 2 steps, and this fit ends after 3: 1 epoch of 3 steps. "
            + "Make the schedule of 3 steps.",
            () => trainer.Fit(new Clusters(40), 1, BySteps(2)));
        RequireRefusal(
            network, "options",
            "The OneCycleSchedule of FitOptions.EpochSchedule has 3 epochs, and this fit ends after 4: 4 epochs. "
            + "Make the schedule of 4 epochs, or fit 3 epochs.",
            () => trainer.Fit(new Clusters(40), 4, new FitOptions { EpochSchedule = new OneCycleSchedule(0.1, 3) }));

        // A fit that goes on counts what was done before.
        trainer.Fit(new Clusters(40), 3, BySteps(12));
        RequireRefusal(
            network, "options",
            "The OneCycleSchedule of FitOptions.StepSchedule has 12 steps, and this fit ends after 15: "
            + "9 steps made before and 2 epochs of 3 steps. Make the schedule of 15 steps, or fit 1 epoch.",
            () => trainer.Fit(new Clusters(40), 2, BySteps(12)));
        Assert.Equal(4, Assert.Single(trainer.Fit(new Clusters(40), 1, BySteps(12))).Epoch);

        static FitOptions BySteps(int steps) => new() { StepSchedule = new OneCycleSchedule(0.1, steps) };
    }

    /// <summary>With the smaller batch left out there are fewer steps.</summary>
    [Fact]
    public void A_schedule_is_compared_with_the_steps_that_are_made() => Assert.Equal(
        2, new LinearClassifier().Fit(
            new Clusters(40), new SGD(0.1), epochs: 2, batchSize: 16, threads: 1,
            options: new FitOptions { DropLast = true, StepSchedule = new OneCycleSchedule(0.1, 4) }).Count);

    [Fact]
    public void A_rate_that_grows_beyond_all_numbers()
    {
        var network = new LinearClassifier();
        RequireRefusal(
            network, "options",
            "The ExponentialSchedule of FitOptions.StepSchedule gives a learning rate of Infinity at step 1,199, "
            + "and this fit ends after 1,200: 400 epochs of 3 steps. Take a factor of at most 1, or one that grows less.",
            () => network.Fit(
                new Clusters(40), new SGD(0.1), epochs: 400, batchSize: 16, threads: 1,
                options: new FitOptions { StepSchedule = new ExponentialSchedule(0.1, 2) }));
    }

    /// <summary>Schedules without an end, over more steps than an int counts: training goes on until it is cancelled.</summary>
    [Fact]
    public void Any_number_of_epochs_can_begin()
    {
        foreach (Schedule schedule in new Schedule[]
        {
            new StepSchedule(0.1, 5), new MultiStepSchedule(0.1, [3, 9]), new ExponentialSchedule(0.1, 0.99),
            new CosineAnnealingSchedule(0.1, 10), new LinearSchedule(0.1),
        })
        {
            using var cancellation = new CancellationTokenSource();
            var options = new FitOptions { StepSchedule = schedule, EpochSchedule = schedule, EpochEnded = _ => cancellation.Cancel() };
            Assert.Throws<OperationCanceledException>(() =>
                new LinearClassifier().Fit(
                    new Clusters(40), new SGD(), epochs: int.MaxValue, threads: 1, options: options, cancellation: cancellation.Token));
        }
    }

    [Fact]
    public void A_trainer_of_single_samples_before_a_BatchNorm()
    {
        var network = new LinearClassifier(needsTwoSamples: "bn1");
        Assert.StartsWith(
            "'bn1' of LinearClassifier normalises over the batch: expected a batch of at least 2 samples; got 1.",
            Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => network.CreateTrainer(new SGD(), batchSize: 1)).Message,
            StringComparison.Ordinal);
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 2, threads: 1);
        RequireRefusal(
            network, "inputs", "'bn1' of LinearClassifier normalises over the batch: training takes at least 2 samples at once, got 1.",
            () => trainer.Step(new float[5], [0]));
        RequireRefusal(
            network, "inputs", "'bn1' of LinearClassifier normalises over the batch: training takes at least 2 samples at once, got 1.",
            () => trainer.Forward(new float[5], new float[3]));
    }

    /// <summary>Fails where the action does not say this, or where it has changed the network.</summary>
    private static void RequireRefusal(Network network, string argument, string message, Action action)
    {
        float[] before = network.Memory.Parameters.ToArray();
        Assert.Equal($"{message} (Parameter '{argument}')", Assert.Throws<ArgumentException>(argument, action).Message);
        Assert.Equal(before, network.Memory.Parameters);
    }
}
