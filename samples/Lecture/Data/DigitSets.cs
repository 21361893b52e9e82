using NetGen;

namespace Lecture.Data;

/// <summary>Digits to train on, and others that are held out.</summary>
/// <param name="Train">The digits to train on.</param>
/// <param name="Test">The digits that are held out.</param>
internal sealed record DigitSets(Mnist Train, Mnist Test)
{
    // The seeds differ, so that no picture is in both sets.
    private const int TrainSeed = 1, TestSeed = 2;

    /// <summary>MNIST, where the lesson names its folder; else digits that the program draws.</summary>
    /// <param name="lesson">The run.</param>
    /// <param name="train">How many digits to train on are drawn; MNIST has 60,000.</param>
    /// <param name="test">How many digits that are held out are drawn; MNIST has 10,000.</param>
    public static DigitSets Of(Lesson lesson, int train, int test) => lesson.Mnist is { } folder
        ? new DigitSets(Mnist.Train(folder), Mnist.Test(folder))
        : new DigitSets(SyntheticDigits.Draw(train, TrainSeed), SyntheticDigits.Draw(test, TestSeed));
}
