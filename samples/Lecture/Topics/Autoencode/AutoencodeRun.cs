using Lecture.Data;
using NetGen;

namespace Lecture.Autoencode;

/// <summary>Trains autoencoders on digits, and measures them on digits that were held out.</summary>
/// <param name="lesson">The run.</param>
/// <param name="digits">How many digits are drawn to train on, where the program draws them.</param>
/// <param name="heldOut">How many digits are drawn to measure with.</param>
internal sealed class AutoencodeRun(Lesson lesson, int digits, int heldOut)
{
    private const int BatchSize = 64;

    private readonly DigitSets sets = DigitSets.Of(lesson, digits, heldOut);

    /// <summary>The digits that were held out, [digits, 28, 28], 0 to 1.</summary>
    public float[] HeldOut => field ??= Shades.Of(sets.Test);

    private float[] Training => field ??= Shades.Of(sets.Train);

    /// <summary>Trains a network whose target is its input.</summary>
    /// <param name="network">The autoencoder.</param>
    /// <param name="steps">Steps of training, rounded to whole epochs.</param>
    public void Train(Network network, int steps)
    {
        int epochs = Math.Max(1, (int)Math.Round((double)steps * BatchSize / sets.Train.Count));
        network.Fit(
            new ArrayDataSet(Training, [1, Mnist.Side, Mnist.Side]), new Adam(2e-3), epochs, BatchSize, lesson.Threads, lesson.Seed,
            new FitOptions { StepSchedule = new CosineAnnealingSchedule(2e-3) });
    }

    /// <summary>The digits that were held out with noise on them.</summary>
    public float[] Noisy()
    {
        var noise = new float[HeldOut.Length];
        new NormalNoise(lesson.Seed).Fill(noise);
        for (int i = 0; i < noise.Length; i++)
            noise[i] = HeldOut[i] + ((float)DenoisingAutoencoder.Stddev * noise[i]);
        return noise;
    }

    /// <summary>The mean picture of the training digits once for each that was held out: what a code of no number would give.</summary>
    public float[] MeanPicture()
    {
        var mean = new float[Mnist.PixelsPerImage];
        for (int i = 0; i < Training.Length; i++)
            mean[i % mean.Length] += Training[i] / sets.Train.Count;
        var repeated = new float[HeldOut.Length];
        for (int i = 0; i < repeated.Length; i++)
            repeated[i] = mean[i % mean.Length];
        return repeated;
    }

    /// <summary>The mean squared error of pictures beside those that were held out.</summary>
    public float Error(ReadOnlySpan<float> pictures) => Loss.MSE(pictures, HeldOut);

    /// <summary>The first digit of each class among those that were held out, as a place in the set.</summary>
    public int[] OneOfEachClass() =>
    [
        .. Enumerable.Range(0, sets.Test.Classes)
            .Select(digit => Enumerable.Range(0, sets.Test.Count).First(i => sets.Test.Label(i) == digit)),
    ];
}
