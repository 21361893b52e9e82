// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

/// <summary>Validation, early stopping and the best epoch.</summary>
public class MonitoringTests
{
    [Fact]
    public void The_validation_set_is_evaluated_after_each_epoch()
    {
        var network = new LinearClassifier();
        var evaluated = new List<Evaluation>();
        var validation = new Clusters(70, seed: 9);
        FitHistory history = network.Fit(new Clusters(100), new Adam(0.05), epochs: 3, batchSize: 16, threads: 2, options: new FitOptions
        {
            Validation = validation,
            Metrics = ["f1", new TopKAccuracy(2)],
            EpochEnded = epoch => evaluated.Add(network.Evaluate(validation, threads: 1, metrics: ["f1", "top_2_accuracy"])),
        });
        Assert.Equal([1, 2, 3], history.Select(epoch => epoch.Epoch));
        foreach ((EpochResult epoch, Evaluation expected) in history.Zip(evaluated))
        {
            Assert.Equal((expected.Loss, expected.Accuracy), (epoch.ValidationLoss, epoch.Validation!.Accuracy));
            Assert.Equal((expected["f1"], expected["top_2_accuracy"]), (epoch.Validation["f1"], epoch.Validation["top_2_accuracy"]));
            Assert.Equal(0.05, epoch.LearningRate);
            Assert.True(epoch.Seconds > 0);
        }

        Assert.False(history.StoppedEarly);
        Assert.Same(history.MinBy(epoch => epoch.ValidationLoss), history.Best);
        Assert.Equal(history.Sum(epoch => epoch.Seconds), history.Seconds);
        Assert.Matches(
            @"^epoch 3: loss \d\.\d{4}, validation loss \d\.\d{4}, accuracy \d+\.\d\d % of 70 samples, f1 \d\.\d{4}, top_2_accuracy "
                + @"1\.0000, \d+\.\d s$",
            history[2].ToString());
        Assert.Contains("was not evaluated; expected one of: f1, top_2_accuracy", Assert.Throws<ArgumentException>(
            "metric", () => history[0].Validation!["r2"]).Message);
    }

    /// <summary>Better after 2 and 4 epochs; by more than ½ after 2 alone.</summary>
    [Theory]
    [InlineData(1, 0, 3)]
    [InlineData(2, 0, 6)]
    [InlineData(2, 0.5, 4)]
    [InlineData(5, 0, 9)]
    [InlineData(7, 0, 10)]
    public void Patience_is_epochs_that_are_not_better(int patience, double minDelta, int epochs)
    {
        FitHistory history = Fit(
            [5, 4, 4.5, 3.8, 4, 4, 4, 4, 4, 4], new EarlyStopping(patience) { MinDelta = minDelta });
        Assert.Equal(epochs, history.Count);
        Assert.Equal(history.Count < 10, history.StoppedEarly);
    }

    [Fact]
    public void A_value_that_is_NaN_is_never_better()
    {
        FitHistory history = Fit([double.NaN, 3, double.NaN, double.NaN, double.NaN], new EarlyStopping(2));
        Assert.Equal((4, 2), (history.Count, history.Best.Epoch));
    }

    [Fact]
    public void Larger_values_of_metrics_are_better()
    {
        FitHistory history = Fit([0.5, 0.7, 0.7, 0.6, 0.9], new EarlyStopping(2), largerIsBetter: true);
        Assert.Equal((4, 2, "told"), (history.Count, history.Best.Epoch, history.Monitor.Name));
    }

    [Fact]
    public void The_best_epoch_is_kept()
    {
        var after = new List<float[]>();
        LinearClassifier? trained = null;
        FitHistory history = Fit(
            [3, 2, 4, 5], early: null, keepBest: true, network: network => trained = network,
            ended: _ => after.Add(trained!.Memory.ParameterBlock.Span.ToArray()));
        Assert.Equal(2, history.Best.Epoch);
        Assert.Equal(after[1], trained!.Memory.ParameterBlock.Span.ToArray());
        Assert.NotEqual(after[3], after[1]);
    }

    [Fact]
    public void Training_stops_when_it_is_told_to()
    {
        FitHistory history = new LinearClassifier().Fit(
            new Clusters(40), new SGD(), epochs: 5, threads: 1, options: new FitOptions { StopWhen = epoch => epoch.Epoch == 2 });
        Assert.Equal((2, true), (history.Count, history.StoppedEarly));

        // At the last epoch there is nothing left out.
        Assert.False(new LinearClassifier().Fit(
            new Clusters(40), new SGD(), epochs: 2, threads: 1, options: new FitOptions { StopWhen = epoch => epoch.Epoch == 2 })
            .StoppedEarly);
    }

    [Fact]
    public void A_reporter_hears_of_each_step()
    {
        var reporter = new Reporter();
        new LinearClassifier().Fit(
            new Clusters(40), new SGD(), epochs: 2, batchSize: 16, threads: 1, options: new FitOptions { ProgressReporter = reporter });
        Assert.Equal([16, 32, 40, 16, 32, 40], reporter.Heard.Select(step => step.SamplesDone));
    }

    /// <summary>Between two steps of an epoch, with all that is asked at steps.</summary>
    [Fact]
    public void Steps_allocate_nothing()
    {
        var allocated = new List<long>(100);
        new LinearClassifier().Fit(
            new Clusters(64) { Visits = false }, new Adam(), epochs: 2, batchSize: 4, threads: 1, options: new FitOptions
            {
                StepSchedule = WarmupSchedule.OfPart(new CosineAnnealingSchedule(0.1), 0.1),
                Validation = new Clusters(10),
                KeepBest = true,
                Progress = _ => allocated.Add(GC.GetAllocatedBytesForCurrentThread()),
            });
        Assert.Equal(32, allocated.Count);
        Assert.Equal(allocated[17], allocated[31]);
    }

    [Fact]
    public void The_rate_falls_on_a_plateau()
    {
        var optimizer = new SGD(0.5);
        FitHistory history = Fit(
            [3, 2, 2, 2, 1, 1, 1], early: null, optimizer: optimizer,
            plateau: new ReduceOnPlateau { Factor = 0.5, Patience = 1, MinLearningRate = 0.2 });

        // Two epochs at 2 are one too many; so are two at 1.
        Assert.Equal([0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25], history.Select(epoch => epoch.LearningRate));
        Assert.Equal(0.2, optimizer.LearningRate);
    }

    [Fact]
    public void Refuses_before_the_first_step_what_cannot_work()
    {
        Refused("judge epochs by the validation loss; expected a data set as Validation", new FitOptions { KeepBest = true });
        Refused("judge epochs by the validation loss", new FitOptions { EarlyStopping = new EarlyStopping() });
        Refused("The monitor 'f1' is a value of the validation set", new FitOptions { Monitor = "f1" });
        Refused("The monitor 'accuracy' is a value of the validation set", new FitOptions
        {
            Monitor = FitMonitor.TrainingLoss, EarlyStopping = new EarlyStopping { Monitor = "accuracy" },
        });
        Refused("Metrics are computed on a validation set", new FitOptions { Metrics = ["f1"] });
        Refused("Resume goes on from a checkpoint", new FitOptions { Resume = true });
        Refused("and a StepSchedule would set the same learning rate", new FitOptions
        {
            Monitor = "training_loss", ReduceOnPlateau = new ReduceOnPlateau(), EpochSchedule = new StepSchedule(0.1, 2),
        });
        Refused("The metric 'r2' compares numbers", new FitOptions { Validation = new Clusters(10), Metrics = ["r2"] });
        Refused("The metric 'f1' is asked for twice", new FitOptions { Validation = new Clusters(10), Metrics = ["f1", "f1"] });
        Refused("The metric 'mse' compares numbers", new FitOptions { Validation = new Clusters(10), Monitor = "mse" });
        Refused("samples of 4 floats", new FitOptions { Validation = new Clusters(10) { SampleSize = 4 } });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new EarlyStopping(0));
        Assert.Throws<ArgumentOutOfRangeException>("MinDelta", () => new EarlyStopping { MinDelta = double.NaN });

        static void Refused(string message, FitOptions options)
        {
            var data = new Clusters(40);
            Assert.Contains(message, Assert.Throws<ArgumentException>(
                () => new LinearClassifier().Fit(data, new SGD(), epochs: 1, threads: 1, options: options)).Message);
            Assert.Empty(data.Visited);
        }
    }

    /// <summary>A fit whose monitored values are these.</summary>
    private static FitHistory Fit(
        double[] values, EarlyStopping? early, bool largerIsBetter = false, bool keepBest = false, Optimizer? optimizer = null,
        ReduceOnPlateau? plateau = null, Action<LinearClassifier>? network = null, Action<EpochResult>? ended = null)
    {
        var trained = new LinearClassifier();
        network?.Invoke(trained);
        return trained.Fit(
            new Clusters(40), optimizer ?? new SGD(0.1), epochs: values.Length, threads: 1, options: new FitOptions
            {
                Validation = new Clusters(10),
                Monitor = new ToldMetric(values) { IsLarger = largerIsBetter },
                EarlyStopping = early,
                KeepBest = keepBest,
                ReduceOnPlateau = plateau,
                EpochEnded = ended,
            });
    }

    private sealed class Reporter : IProgress<FitProgress>
    {
        public List<FitProgress> Heard { get; } = [];

        public void Report(FitProgress value) => Heard.Add(value);
    }
}
