using NetGen;

namespace Lecture.Approximate;

/// <summary>A network fitted to samples of the curve: what it gave on the way, and at the end.</summary>
/// <param name="Losses">The training loss of each epoch.</param>
/// <param name="Stages">By epoch, what the network gave at <see cref="Curve.Xs"/> then.</param>
/// <param name="Final">What it gives at the end.</param>
internal sealed record CurveFit(IReadOnlyList<double> Losses, IReadOnlyDictionary<int, float[]> Stages, float[] Final)
{
    /// <summary>The root of the mean squared difference from the curve itself.</summary>
    public double Error => Curve.ErrorOf(Final);

    /// <summary>Fits a network by Adam, whose rate falls from 0.02 along half a cosine.</summary>
    /// <param name="network">The network; it learns.</param>
    /// <param name="samples">What it is fitted to.</param>
    /// <param name="epochs">How many times it sees all samples.</param>
    /// <param name="lesson">Seed and threads.</param>
    /// <param name="shown">Epochs after which to keep what it gives.</param>
    public static CurveFit Of(Network network, CurveSamples samples, int epochs, Lesson lesson, params IReadOnlyCollection<int> shown)
    {
        var stages = new Dictionary<int, float[]>();
        FitHistory history = network.Fit(
            samples.DataSet, new Adam(), epochs, batchSize: 32, lesson.Threads, lesson.Seed, new FitOptions
            {
                StepSchedule = new CosineAnnealingSchedule(0.02),
                EpochEnded = epoch =>
                {
                    if (shown.Contains(epoch.Epoch))
                        stages[epoch.Epoch] = network.Predict(Curve.Xs);
                },
            });
        return new CurveFit([.. history.Select(epoch => epoch.Loss)], stages, network.Predict(Curve.Xs));
    }
}
