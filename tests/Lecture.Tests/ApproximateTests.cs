using Lecture.Approximate;
using Lecture.Approximate.Networks;

namespace Lecture.Tests;

/// <summary>What the loss and the form of a network do to a fit.</summary>
public class ApproximateTests
{
    private readonly Approximation approximation =
        new(new Lesson("unused", TextWriter.Null) { Threads = 1 }) { Samples = 300, Epochs = 300, Shown = [2] };

    [Fact]
    public void Outliers_raise_the_fit_by_squares_and_hardly_that_by_absolute_values()
    {
        CurveFit byMean = approximation.ByMean(), byMedian = approximation.ByMedian();
        Assert.True(byMedian.Error < 0.2, $"{byMedian.Error}");
        Assert.True(byMean.Error > 1.5 * byMedian.Error, $"{byMean.Error} by MSE, {byMedian.Error} by MAE");
        Assert.True(byMean.Final.Average() > byMedian.Final.Average() + 0.1f);
    }

    [Fact]
    public void The_fit_comes_nearer_as_training_goes_on()
    {
        CurveFit fit = approximation.ByMedian();
        Assert.True(fit.Error < 0.5 * Curve.ErrorOf(fit.Stages[2]));
        Assert.Equal(approximation.Epochs, fit.Losses.Count);
    }

    [Fact]
    public void More_neurons_and_more_layers_fit_better()
    {
        double narrow = approximation.Exact(new Width2(seed: 1)).Error, middle = approximation.Exact(new Width4(seed: 1)).Error;
        double wide = approximation.Exact(new Width16(seed: 1)).Error, deep = approximation.Exact(new Depth3(seed: 1)).Error;
        Assert.True(wide < 0.7 * narrow, $"{wide} with 16 neurons, {narrow} with 2");
        Assert.True(deep < 0.7 * middle, $"{deep} with three layers, {middle} with one");
    }

    [Fact]
    public void Without_an_activation_a_hidden_layer_gives_a_straight_line()
    {
        CurveFit line = approximation.Exact(new WithoutActivation(seed: 1)), curve = approximation.Exact(new WithTanh(seed: 1));
        Assert.True(Bend(line) < 1e-3, $"{Bend(line)}");
        Assert.True(Bend(curve) > 0.01, $"{Bend(curve)}");
        Assert.True(line.Error > 3 * curve.Error);
    }

    /// <summary>The largest second difference: 0 of a straight line.</summary>
    private static double Bend(CurveFit fit) =>
        Enumerable.Range(1, fit.Final.Length - 2).Max(i => Math.Abs(fit.Final[i - 1] - (2 * fit.Final[i]) + fit.Final[i + 1]));
}
