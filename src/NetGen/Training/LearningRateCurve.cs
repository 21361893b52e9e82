using System.Collections;

namespace NetGen;

/// <summary>The loss over a rising learning rate, from <see cref="Trainer.FindLearningRate"/>.</summary>
public sealed class LearningRateCurve : IReadOnlyList<LearningRatePoint>
{
    // As fastai leaves out: the running mean still settles over the first steps, and the last five have begun to diverge.
    private const int FirstLeftOut = 10;
    private const int LastLeftOut = 5;

    private readonly LearningRatePoint[] points;

    internal LearningRateCurve(IEnumerable<LearningRatePoint> points, bool diverged)
    {
        (this.points, Diverged) = ([.. points], diverged);
        Suggestion = Steepest();
    }

    /// <summary>
    /// The learning rate at which the smoothed loss falls most steeply, over the logarithm of the rate: to begin with for most optimizers,
    /// or as the highest rate of <see cref="OneCycleSchedule"/>. NaN where the loss falls nowhere.
    /// </summary>
    public double Suggestion { get; }

    /// <summary>Whether the loss grew to a multiple of its lowest value, so that higher rates were not tried.</summary>
    public bool Diverged { get; }

    /// <summary>The number of steps.</summary>
    public int Count => points.Length;

    /// <summary>A step.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such step.</exception>
    public LearningRatePoint this[int index] => points[index];

    /// <inheritdoc/>
    public IEnumerator<LearningRatePoint> GetEnumerator() => ((IEnumerable<LearningRatePoint>)points).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private double Steepest()
    {
        int first = Math.Min(FirstLeftOut, points.Length / 4), end = points.Length - (Diverged ? LastLeftOut : 1);
        (double rate, double slope) = (double.NaN, 0);
        for (int i = Math.Max(first, 1); i < end; i++)
        {
            // Slopes over two steps of a rate that rises evenly in its logarithm.
            double fall = points[i + 1].SmoothedLoss - points[i - 1].SmoothedLoss;
            if (fall < slope)
                (rate, slope) = (points[i].LearningRate, fall);
        }

        return rate;
    }
}
