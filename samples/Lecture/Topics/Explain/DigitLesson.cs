using Lecture.Data;
using NetGen;

namespace Lecture.Explain;

/// <summary>Trains the network, and sends a digit through it that it has not seen.</summary>
/// <param name="lesson">Digits, seed and threads. Another seed trains another network, and takes another digit.</param>
internal sealed class DigitLesson(Lesson lesson)
{
    /// <summary>The number of digits to learn from that are drawn; MNIST has 60,000.</summary>
    public int Train { get; init; } = 10_000;

    /// <summary>The number of digits that are held out; MNIST has 10,000.</summary>
    public int Test { get; init; } = 2_000;

    /// <summary>How many digits the network sees, over all epochs.</summary>
    public int Seen { get; init; } = 60_000;

    /// <summary>The trained network, the view of a digit, and loss and accuracy on those that are held out.</summary>
    public (DigitCnn Network, DigitView View, Evaluation HeldOut) Run()
    {
        DigitSets digits = DigitSets.Of(lesson, Train, Test);
        var network = new DigitCnn(lesson.Seed);
        network.Fit(
            digits.Train, new Adam(), epochs: Math.Max(1, Seen / digits.Train.Count), batchSize: 64, lesson.Threads, lesson.Seed,
            new FitOptions { StepSchedule = new CosineAnnealingSchedule(0.004) });
        var pixels = new float[Mnist.PixelsPerImage];
        int index = (int)((uint)lesson.Seed % (uint)digits.Test.Count);
        digits.Test.CopySamples([index], pixels);
        return (network, DigitView.Of(network, pixels, digits.Test.Label(index)), network.Evaluate(digits.Test, lesson.Threads));
    }
}
