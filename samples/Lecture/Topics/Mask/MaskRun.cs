using Lecture.Data;
using NetGen;

namespace Lecture.Mask;

/// <summary>Trains a masked autoencoder, and fills in digits that it has not seen.</summary>
/// <param name="steps">Steps of training, each with 64 digits.</param>
/// <param name="digits">How many digits are drawn to train on, where the program draws them.</param>
internal sealed class MaskRun(int steps, int digits)
{
    private const int BatchSize = 64, HeldOut = 1000, Reports = 10;
    private const double LearningRate = 2e-3;

    /// <summary>Trains, and tells how the loss falls.</summary>
    public MaskResult Run(Lesson lesson)
    {
        DigitSets sets = DigitSets.Of(lesson, digits, HeldOut);
        var network = new MaskedAutoencoder(lesson.Seed);
        lesson.Say($"{network.ParameterCount:N0} parameters learn to fill in {Patches.Hidden} of {Patches.Count} patches.");
        var batch = new MaskedDigits(sets.Train, BatchSize, lesson.Seed);
        Schedule schedule = WarmupSchedule.OfPart(new CosineAnnealingSchedule(LearningRate), part: 0.1).Over(steps);
        using var trainer = network.CreateTrainer(new AdamW(beta2: 0.99), BatchSize, lesson.Threads, lesson.Seed);
        double sum = 0;
        int since = 0;
        for (int step = 1; step <= steps; step++)
        {
            batch.Draw();
            trainer.Optimizer.LearningRate = schedule.LearningRateAt(step - 1);
            sum += trainer.Step(batch.Visible, batch.Mask, batch.Hidden) * Patches.Count / Patches.Hidden;
            since++;
            if (step * Reports / steps > (step - 1) * Reports / steps)
            {
                lesson.Say($"step {step} of {steps}: mean squared error {sum / since:F3} of hidden pixels");
                (sum, since) = (0, 0);
            }
        }

        var test = new MaskedDigits(sets.Test, HeldOut, lesson.Seed);
        test.Draw();
        var filled = new float[test.Whole.Length];
        network.Predict(test.Visible, test.Mask, filled);
        return new MaskResult(test, filled, MeanDigit(sets.Train));
    }

    /// <summary>The mean of digits, pixel by pixel.</summary>
    private static float[] MeanDigit(Mnist digits)
    {
        int count = Math.Min(digits.Count, 5000);
        float[] pixels = new float[count * Mnist.PixelsPerImage], mean = new float[Mnist.PixelsPerImage];
        digits.CopySamples([.. Enumerable.Range(0, count)], pixels);
        for (int i = 0; i < pixels.Length; i++)
            mean[i % mean.Length] += pixels[i] / count;
        return mean;
    }
}
