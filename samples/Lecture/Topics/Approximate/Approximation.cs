using Lecture.Approximate.Networks;
using NetGen;

namespace Lecture.Approximate;

/// <summary>Fits networks to the curve: by two losses, and of several widths, depths and activations.</summary>
/// <param name="lesson">Seed and threads.</param>
internal sealed class Approximation(Lesson lesson)
{
    /// <summary>The number of pairs that networks are fitted to.</summary>
    public int Samples { get; init; } = 400;

    /// <summary>How many times a network sees all of them.</summary>
    public int Epochs { get; init; } = 600;

    /// <summary>Epochs after which the fits by two losses are shown.</summary>
    public IReadOnlyCollection<int> Shown { get; init; } = [5, 30];

    /// <summary>Pairs with noise, of which one in seven lies far above the curve.</summary>
    public CurveSamples WithOutliers() => CurveSamples.Draw(Samples, lesson.Seed, noise: 0.1, outliers: 0.15);

    /// <summary>Fits by the mean squared error to <see cref="WithOutliers"/>.</summary>
    public CurveFit ByMean() => CurveFit.Of(new MeanFit(lesson.Seed), WithOutliers(), Epochs, lesson, Shown);

    /// <summary>Fits by the mean absolute error to the same pairs, from the same weights.</summary>
    public CurveFit ByMedian() => CurveFit.Of(new MedianFit(lesson.Seed), WithOutliers(), Epochs, lesson, Shown);

    /// <summary>Fits a network to pairs that lie on the curve.</summary>
    public CurveFit Exact(Network network) => CurveFit.Of(network, CurveSamples.Draw(Samples, lesson.Seed), Epochs, lesson, Shown);
}
