// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Tests.Training;

namespace NetGen.Tests.Schedules;

/// <summary>Schedules beside PyTorch's formulas, and those whose length a fit fills in.</summary>
public class OpenScheduleTests
{
    /// <summary>CosineAnnealingWarmRestarts: η + (γ - η)(1 + cos(π T_cur / T_i))/2, with cycles of 3, 6, 12 … steps.</summary>
    [Fact]
    public void Restarts_follow_PyTorchs_formula()
    {
        var schedule = new CosineAnnealingWarmRestartsSchedule(0.5, firstCycleSteps: 3, cycleFactor: 2, minimalLearningRate: 0.1);
        (int Current, int Length)[] cycles =
        [
            .. Enumerable.Range(0, 3).Select(step => (step, 3)), .. Enumerable.Range(0, 6).Select(step => (step, 6)),
            .. Enumerable.Range(0, 12).Select(step => (step, 12)),
        ];
        for (int step = 0; step < cycles.Length; step++)
        {
            double expected = 0.1 + (0.4 * (1 + Math.Cos(Math.PI * cycles[step].Current / cycles[step].Length)) / 2);
            Assert.Equal(expected, schedule.LearningRateAt(step), 1e-12);
        }

        var even = new CosineAnnealingWarmRestartsSchedule(0.5, firstCycleSteps: 4);
        Assert.Equal([0.5, 0.25, 0.5, 0.25], new[] { 0L, 2, 4, 4_000_000_002 }.Select(step => Math.Round(even.LearningRateAt(step), 12)));
        Assert.Equal(0.5, new CosineAnnealingWarmRestartsSchedule(0.5, 1, cycleFactor: 10).LearningRateAt(1_111_111_111), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("cycleFactor", () => new CosineAnnealingWarmRestartsSchedule(0.5, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>("firstCycleSteps", () => new CosineAnnealingWarmRestartsSchedule(0.5, 0));
    }

    /// <summary>SequentialLR of LinearLR and another: its factor over the warm-up, then the other from its beginning.</summary>
    [Fact]
    public void A_warm_up_is_linear_and_the_other_follows()
    {
        var cosine = new CosineAnnealingSchedule(0.8, 10);
        var schedule = new WarmupSchedule(cosine, warmupSteps: 4, startFactor: 0.25);
        var linear = new LinearSchedule(0.8, startFactor: 0.25, endFactor: 1, totalSteps: 4);
        for (int step = 0; step < 4; step++)
            Assert.Equal(linear.LearningRateAt(step), schedule.LearningRateAt(step), 1e-12);
        for (int step = 4; step < 14; step++)
            Assert.Equal(cosine.LearningRateAt(step - 4), schedule.LearningRateAt(step));
    }

    [Fact]
    public void An_open_length_is_that_of_the_training()
    {
        Schedule open = WarmupSchedule.OfPart(new OneCycleSchedule(0.1), part: 0.25);
        Assert.Contains("was left open", Assert.Throws<InvalidOperationException>(() => open.LearningRateAt(0)).Message);
        Schedule closed = open.Over(40);
        var cycle = new OneCycleSchedule(0.1, 30);
        Assert.Equal(cycle.LearningRateAt(29), closed.LearningRateAt(39));
        Assert.Equal(cycle.LearningRateAt(0) / 3, closed.LearningRateAt(0), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => closed.LearningRateAt(40));
        Assert.Equal(new CosineAnnealingSchedule(0.1, 8).LearningRateAt(3), new CosineAnnealingSchedule(0.1).Over(8).LearningRateAt(3));
        Assert.Same(cycle, cycle.Over(100));
        Assert.Same(closed, closed.Over(7));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => open.Over(0));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => WarmupSchedule.OfPart(cycle, 1));
        Assert.Throws<ArgumentOutOfRangeException>("warmupSteps", () => new WarmupSchedule(cycle, 0));
    }

    [Fact]
    public void A_fit_fills_it_in()
    {
        var rates = new List<double>();
        var network = new LinearClassifier();
        using Trainer trainer = network.CreateTrainer(new SGD(), 16, threads: 1);
        var options = new FitOptions
        {
            StepSchedule = new OneCycleSchedule(0.1), Progress = progress => rates.Add(progress.LearningRate),
        };
        trainer.Fit(new Clusters(40), 2, options);
        trainer.Fit(new Clusters(40), 1, options);

        // Each fit is a cycle of its own: of six steps, and of three.
        Assert.Equal(Enumerable.Range(0, 6).Select(step => new OneCycleSchedule(0.1, 6).LearningRateAt(step)), rates.Take(6));
        Assert.Equal(Enumerable.Range(0, 3).Select(step => new OneCycleSchedule(0.1, 3).LearningRateAt(step)), rates.Skip(6));
        FitHistory history = new LinearClassifier().Fit(
            new Clusters(40), new SGD(), epochs: 4, threads: 1,
            options: new FitOptions { EpochSchedule = new CosineAnnealingSchedule(0.1) });
        Assert.Equal([0.1, 0.0854, 0.05, 0.0146], history.Select(epoch => Math.Round(epoch.LearningRate, 4)));
    }

    /// <summary>A fit of one step is too short for a cycle, which has at least two; it has the first of these.</summary>
    [Fact]
    public void A_fit_of_one_step_has_a_rate() => Assert.Equal(new OneCycleSchedule(0.1, 2).LearningRateAt(0), new LinearClassifier().Fit(
        new Clusters(4), new SGD(), epochs: 1, threads: 1, options: new FitOptions { StepSchedule = new OneCycleSchedule(0.1) })
        [0].LearningRate);
}
