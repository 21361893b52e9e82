// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Tests.Optimizers;

namespace NetGen.Tests.Training;

/// <summary>Gradients of several batches in one step.</summary>
public class GradientAccumulationTests
{
    /// <summary>40 samples in batches of 8: steps of 24 and 16 samples; the last batch of 6 counts less.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(38)]
    public void Batches_are_as_one_of_all_their_samples(int samples)
    {
        LinearClassifier parts = new(1), whole = new(1);
        var data = new Clusters(samples);
        var steps = new List<int>();
        FitHistory ofParts = parts.Fit(data, new Adam(0.05), 3, 8, threads: 2, options: new FitOptions
        {
            Accumulate = 3, Shuffle = false, Progress = progress => steps.Add(progress.SamplesDone),
        });
        FitHistory ofWhole = whole.Fit(data, new Adam(0.05), 3, 24, threads: 1, options: new FitOptions { Shuffle = false });
        Assert.Equal([24, samples, 24, samples, 24, samples], steps);
        TrainingNumbers.RequireClose(whole.Memory.Parameters.ToArray(), parts.Memory.Parameters.ToArray(), 1e-5f);
        Assert.Equal(ofWhole[^1].Loss, ofParts[^1].Loss, 1e-5);
    }

    /// <summary>A schedule over steps has one step for each update.</summary>
    [Fact]
    public void Schedules_count_steps()
    {
        var rates = new List<double>();
        new LinearClassifier().Fit(new Clusters(40), new SGD(), 1, 8, threads: 1, options: new FitOptions
        {
            Accumulate = 2, StepSchedule = new LinearSchedule(1, startFactor: 0.25, totalSteps: 3),
            Progress = progress => rates.Add(progress.LearningRate),
        });
        Assert.Equal([0.25, 0.5, 0.75], rates);
    }

    [Fact]
    public void Clipping_sees_the_mean()
    {
        LinearClassifier parts = new(1), whole = new(1);
        var data = new Clusters(16);
        double ofParts = 0, ofWhole = 0;
        parts.Fit(data, new SGD(0.5), 1, 8, threads: 1, options: new FitOptions
        {
            Accumulate = 2, Shuffle = false, ClipNorm = 0.1, Progress = progress => ofParts = progress.GradientNorm,
        });
        whole.Fit(data, new SGD(0.5), 1, 16, threads: 1, options: new FitOptions
        {
            Shuffle = false, ClipNorm = 0.1, Progress = progress => ofWhole = progress.GradientNorm,
        });
        Assert.Equal(ofWhole, ofParts, 1e-6);
        TrainingNumbers.RequireClose(whole.Memory.Parameters.ToArray(), parts.Memory.Parameters.ToArray(), 1e-6f);
    }

    [Fact]
    public void At_least_one_batch() =>
        Assert.Throws<ArgumentOutOfRangeException>("Accumulate", () => new FitOptions { Accumulate = 0 });
}
