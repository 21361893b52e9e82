using NetGen;

namespace Lecture.Classify;

/// <summary>Trains classifiers on points, and measures them on points that they have never seen.</summary>
/// <param name="lesson">Seed and threads.</param>
internal sealed class Classification(Lesson lesson)
{
    /// <summary>The number of points that are learnt from.</summary>
    public int TrainingPoints { get; init; } = 600;

    /// <summary>The number of points that are held out.</summary>
    public int HeldOutPoints { get; init; } = 600;

    public int Epochs { get; init; } = 200;

    /// <summary>Two classes: <see cref="TwoMoons"/>.</summary>
    public Classifier Moons(Network network) =>
        Train(network, TwoMoons.Draw(TrainingPoints, lesson.Seed), TwoMoons.Draw(HeldOutPoints, lesson.Seed + 1));

    /// <summary>Three classes: <see cref="ThreeSpirals"/>.</summary>
    public Classifier Spirals(Network network) =>
        Train(network, ThreeSpirals.Draw(TrainingPoints, lesson.Seed), ThreeSpirals.Draw(HeldOutPoints, lesson.Seed + 1));

    private Classifier Train(Network network, LabelledPoints training, LabelledPoints heldOut)
    {
        network.Fit(
            training.DataSet, new AdamW(weightDecay: 0.01), Epochs, batchSize: 50, lesson.Threads, lesson.Seed,
            new FitOptions { StepSchedule = new CosineAnnealingSchedule(0.01) });
        return new Classifier(
            network, heldOut, network.Evaluate(training.DataSet, lesson.Threads), network.Evaluate(heldOut.DataSet, lesson.Threads));
    }
}
