using Lecture.Data;
using NetGen;

namespace Lecture.Judge;

/// <summary>Judges pictures beside training digits and digits that were held out.</summary>
internal sealed class Jury
{
    private const int BatchSize = 64;

    private readonly DigitReader reader;
    private readonly float[] training, heldOut;
    private readonly int threads;
    private readonly FeatureStatistics ofTraining;

    /// <summary>Trains the reader, and reads the training digits.</summary>
    /// <param name="lesson">The run.</param>
    /// <param name="sets">The digits that all generators learnt from, and others.</param>
    /// <param name="readerSteps">Steps of the reader's training, rounded to whole epochs.</param>
    /// <param name="compared">How many training digits pictures are compared with, and how many held-out ones.</param>
    public Jury(Lesson lesson, DigitSets sets, int readerSteps, int compared)
    {
        threads = lesson.Threads;
        reader = new DigitReader(lesson.Seed);
        int epochs = Math.Max(1, (int)Math.Round((double)readerSteps * BatchSize / sets.Train.Count));
        reader.Fit(
            sets.Train, new Adam(2e-3), epochs, BatchSize, threads, lesson.Seed,
            new FitOptions { StepSchedule = new CosineAnnealingSchedule(2e-3) });
        (training, heldOut) = (Shades.Of(sets.Train, compared), Shades.Of(sets.Test, compared));
        ofTraining = StatisticsOf(Reading.Of(reader, training));
    }

    /// <summary>The classifier that reads the pictures.</summary>
    public DigitReader Reader => reader;

    /// <summary>The training digits that pictures are compared with, [digits, 28, 28], 0 to 1.</summary>
    public float[] Training => training;

    /// <summary>Judges pictures.</summary>
    /// <param name="name">Who made them.</param>
    /// <param name="shades">[pictures, 28, 28], 0 to 1.</param>
    /// <param name="measured">How many of them are compared with digits pixel by pixel.</param>
    public Verdict Judge(string name, float[] shades, int measured)
    {
        Reading reading = Reading.Of(reader, shades);
        float[] some = shades[..Math.Min(shades.Length, measured * Mnist.PixelsPerImage)];
        Neighbors toTraining = Neighbors.Of(some, training, threads), toHeldOut = Neighbors.Of(some, heldOut, threads);
        int nearer = toTraining.Distances.Zip(toHeldOut.Distances).Count(pair => pair.First < pair.Second);
        return new Verdict(
            name, StatisticsOf(reading).DistanceTo(ofTraining), reading.ClassShares(), toTraining,
            (double)nearer / toTraining.Distances.Length);
    }

    private static FeatureStatistics StatisticsOf(Reading reading) => FeatureStatistics.Of(reading.Features, Reading.FeaturesOfPicture);
}
