using System.Diagnostics;
using Lecture.Data;

namespace Lecture.Diffuse;

/// <summary>Trains a denoiser on digits.</summary>
/// <param name="steps">Steps of training, each with 64 digits.</param>
/// <param name="digits">How many digits are drawn to train on, where the program draws them.</param>
internal sealed class DiffuseRun(int steps, int digits)
{
    private const int BatchSize = 64, HeldOut = 200, Reports = 20;

    /// <summary>Trains, and tells how the loss falls.</summary>
    public DiffuseResult Run(Lesson lesson)
    {
        DigitSets sets = DigitSets.Of(lesson, digits, HeldOut);
        var network = new Denoiser(lesson.Seed);
        lesson.Say($"{network.ParameterCount:N0} parameters learn from {sets.Train.Count:N0} digits, in {steps:N0} steps of {BatchSize}.");
        long started = Stopwatch.GetTimestamp();
        (double sum, int since) = (0, 0);
        new DenoiserTraining(sets.Train, BatchSize).Run(network, steps, lesson, (step, loss) =>
        {
            (sum, since) = (sum + loss, since + 1);
            if (step * Reports / steps == (step - 1) * Reports / steps)
                return;
            lesson.Say($"step {step} of {steps}: loss {sum / since:F4}, {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
            (sum, since) = (0, 0);
        });
        double[] sigmas = [0.1, 0.3, 1, 3, 10];
        return new DiffuseResult(network, [.. sigmas.Select(sigma => Measure(new NoiseLevel((float)sigma)))]);

        (NoiseLevel Level, double Error) Measure(NoiseLevel level) => (level, DenoisingError.Of(network, sets.Test, level, HeldOut));
    }
}
