// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

public class FitTests
{
    [Fact]
    public void Learns_and_is_judged()
    {
        var network = new LinearClassifier();
        IReadOnlyList<EpochResult> results = network.Fit(new Clusters(500), new Adam(0.05), epochs: 4, batchSize: 32, threads: 2);
        Assert.Equal([1, 2, 3, 4], results.Select(result => result.Epoch));
        Assert.True(results[^1].Loss < results[0].Loss / 2);
        Evaluation test = network.Evaluate(new Clusters(301, seed: 9), threads: 2);
        Assert.True(test.Accuracy > 0.97, $"accuracy {test.Accuracy}");
        Assert.Equal(301, test.Confusion!.Total);
        Assert.Equal(test.Accuracy, test.Confusion.Accuracy);
        Assert.InRange(test.Loss, 0, 0.3);
    }

    [Fact]
    public void Targets_are_learnt_from_too()
    {
        var network = new LinearClassifier();
        IReadOnlyList<EpochResult> results = network.Fit(new Clusters(200, oneHot: true), new Adam(0.05), epochs: 3, threads: 1);
        Assert.True(results[^1].Loss < results[0].Loss);
        Evaluation test = network.Evaluate(new Clusters(50, oneHot: true), threads: 1);
        Assert.Null(test.Confusion);
        Assert.True(double.IsNaN(test.Accuracy));
        Assert.InRange(test.Loss, 0, results[0].Loss);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        float[] expected = Train(1, seed: 7);
        Assert.Equal(expected, Train(threads, seed: 7));
        Assert.NotEqual(expected, Train(threads, seed: 8));
    }

    [Fact]
    public void Every_epoch_visits_every_sample_once_in_an_order_of_its_own()
    {
        var data = new Clusters(50);
        new LinearClassifier().Fit(data, new SGD(), epochs: 2, batchSize: 16, threads: 1);
        int[] first = [.. data.Visited.Take(50)];
        int[] second = [.. data.Visited.Skip(50)];
        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(Enumerable.Range(0, 50), first);
    }

    [Fact]
    public void Without_shuffling_the_order_is_the_sets()
    {
        var data = new Clusters(50);
        new LinearClassifier().Fit(data, new SGD(), epochs: 1, batchSize: 16, threads: 1, options: new FitOptions { Shuffle = false });
        Assert.Equal(Enumerable.Range(0, 50), data.Visited);
    }

    [Fact]
    public void Two_calls_go_on_where_one_would_have_gone()
    {
        var once = new LinearClassifier();
        once.Fit(new Clusters(50), new Adam(), epochs: 3, batchSize: 16, threads: 1);
        var twice = new LinearClassifier();
        using Trainer trainer = twice.CreateTrainer(new Adam(), 16, threads: 1);
        trainer.Fit(new Clusters(50), 2);
        Assert.Equal(3, trainer.Fit(new Clusters(50), 1)[0].Epoch);
        Assert.Equal(once.Memory.Parameters, twice.Memory.Parameters);
    }

    [Fact]
    public void Reports_each_step_and_follows_the_schedules()
    {
        var progress = new List<FitProgress>();
        var epochs = new List<EpochResult>();
        var options = new FitOptions { Progress = progress.Add, EpochEnded = epochs.Add, StepSchedule = new ExponentialSchedule(0.1, 0.5) };
        new LinearClassifier().Fit(new Clusters(40), new SGD(), epochs: 2, batchSize: 16, threads: 1, options: options);
        Assert.Equal([16, 32, 40, 16, 32, 40], progress.Select(step => step.SamplesDone));
        Assert.Equal([0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125], progress.Select(step => step.LearningRate));
        Assert.Equal(epochs[0].Loss, progress[2].Loss);
        Assert.Equal(2, epochs.Count);

        var optimizer = new SGD();
        new LinearClassifier().Fit(
            new Clusters(40), optimizer, epochs: 3, threads: 1, options: new FitOptions { EpochSchedule = new StepSchedule(0.1, 1, 0.1) });
        Assert.Equal(0.001, optimizer.LearningRate, 1e-12);
    }

    [Fact]
    public void Cancellation_ends_between_two_steps_and_keeps_what_was_learnt()
    {
        using var cancellation = new CancellationTokenSource();
        var network = new LinearClassifier();
        float[] before = network.Memory.Parameters.ToArray();
        int steps = 0;
        var options = new FitOptions
        {
            Progress = _ =>
            {
                if (++steps == 2)
                    cancellation.Cancel();
            },
        };
        Assert.Throws<OperationCanceledException>(() =>
            network.Fit(
                new Clusters(100), new SGD(0.1), epochs: 5, batchSize: 10, threads: 1, options: options, cancellation: cancellation.Token));
        Assert.Equal(2, steps);
        Assert.NotEqual(before, network.Memory.Parameters.ToArray());
    }

    [Fact]
    public void Refuses_a_data_set_that_does_not_fit_and_names_both_sides()
    {
        var network = new LinearClassifier();
        Assert.Contains(
            "samples of 4 floats; the input of LinearClassifier takes [5], which is 5", Refusal(new Clusters(10) { SampleSize = 4 }));
        Assert.Contains(
            "1 labels a sample of 4 classes; CrossEntropy after the output of LinearClassifier, which gives [3], takes 1 of 3",
            Refusal(new Clusters(10) { Classes = 4 }));
        Assert.Contains("no sample", Refusal(new Clusters(0)));
        Assert.Throws<ArgumentException>("data", () => network.Evaluate(new Clusters(10) { Classes = 4 }));
        Assert.Throws<ArgumentOutOfRangeException>("epochs", () => network.Fit(new Clusters(10), new SGD(), epochs: 0));

        string Refusal(IDataSet data) => Assert.Throws<ArgumentException>("data", () => network.Fit(data, new SGD(), epochs: 1)).Message;
    }

    private static float[] Train(int threads, int seed)
    {
        var network = new LinearClassifier();
        network.Fit(new Clusters(100), new Adam(0.01), epochs: 2, batchSize: 16, threads, seed);
        return network.Memory.Parameters.ToArray();
    }
}
