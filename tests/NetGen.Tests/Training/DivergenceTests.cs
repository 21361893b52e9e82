// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

/// <summary>Losses that are not finite: where training says so, and where it is the caller's to look.</summary>
public class DivergenceTests
{
    // One step at this rate leaves parameters whose outputs have no exponential.
    private const double TooHigh = 1e30;

    [Fact]
    public void Fit_stops_at_the_first_loss_that_is_not_finite_and_says_where()
    {
        var network = new LinearClassifier();
        int steps = 0;
        var options = new FitOptions { Progress = _ => steps++ };
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), batchSize: 16, threads: 1);
        trainer.Fit(new Clusters(40), epochs: 1, options);
        trainer.Optimizer.LearningRate = TooHigh;

        NonFiniteLossException stopped = Assert.Throws<NonFiniteLossException>(() => trainer.Fit(new Clusters(40), epochs: 5, options));

        Assert.Equal((5, 2, TooHigh), (stopped.Step, stopped.Epoch, stopped.LearningRate));
        Assert.False(float.IsFinite(stopped.Loss));
        Assert.StartsWith(
            $"The loss is {stopped.Loss} at step 5, in epoch 2, at a learning rate of 1E+30: training diverges.", stopped.Message,
            StringComparison.Ordinal);
        Assert.Equal(4, steps);
    }

    /// <summary>The step that finds the loss changes nothing: what the step before left can be looked at.</summary>
    [Fact]
    public void The_parameters_stay_as_they_were_before_that_step()
    {
        var stopped = new LinearClassifier();
        Assert.Throws<NonFiniteLossException>(() => stopped.Fit(new Clusters(64), new SGD(TooHigh), epochs: 3, threads: 1));
        var once = new LinearClassifier();
        once.Fit(new Clusters(64), new SGD(TooHigh), epochs: 1, threads: 1);
        Assert.DoesNotContain(once.Memory.Parameters.ToArray(), value => !float.IsFinite(value));
        Assert.Equal(once.Memory.Parameters, stopped.Memory.Parameters);
    }

    [Fact]
    public void An_option_lets_it_go_on()
    {
        var network = new LinearClassifier();
        IReadOnlyList<EpochResult> results = network.Fit(
            new Clusters(64), new SGD(TooHigh), epochs: 3, threads: 1, options: new FitOptions { StopAtNonFiniteLoss = false });
        Assert.Equal(3, results.Count);
        Assert.True(double.IsNaN(results[^1].Loss));
        Assert.Contains(network.Memory.Parameters.ToArray(), float.IsNaN);
    }

    [Fact]
    public void A_step_by_itself_gives_the_loss_and_does_not_throw()
    {
        var data = new Clusters(64);
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(TooHigh), batchSize: 64, threads: 1);
        trainer.Step(data.Samples, data.Labels);
        Assert.False(float.IsFinite(trainer.Step(data.Samples, data.Labels)));
    }

    [Fact]
    public void The_steps_of_a_fit_allocate_nothing()
    {
        var allocated = new long[50];
        int step = 0;
        var options = new FitOptions
        {
            Progress = _ => allocated[step++] = GC.GetAllocatedBytesForCurrentThread(), StepSchedule = new CosineAnnealingSchedule(0.1, 50),
        };
        var data = new Clusters(50 * 16) { Visits = false };
        new LinearClassifier().Fit(data, new Adam(), epochs: 1, batchSize: 16, threads: 1, options: options);
        Assert.Equal(50, step);
        Assert.Equal(allocated[1], allocated[49]);
    }
}
