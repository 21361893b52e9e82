using Lecture.Data;
using NetGen;

namespace Lecture.Diffuse;

/// <summary>Denoising score matching: digits get noise of a random strength, and the network learns to take it away.</summary>
/// <param name="digits">The digits to learn from.</param>
/// <param name="batchSize">Digits a step.</param>
internal sealed class DenoiserTraining(Mnist digits, int batchSize)
{
    private readonly float[] clean = new float[batchSize * Mnist.PixelsPerImage];
    private readonly float[] noise = new float[batchSize * Mnist.PixelsPerImage];
    private readonly float[] noisy = new float[batchSize * Mnist.PixelsPerImage];
    private readonly float[] target = new float[batchSize * Mnist.PixelsPerImage];
    private readonly float[] condition = new float[batchSize * Condition.Size];

    /// <summary>Trains.</summary>
    /// <param name="network">What learns; in the end it has the average of its weights along the way.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="lesson">Has seed and threads.</param>
    /// <param name="stepEnded">Hears the number of each step, from 1, and its loss.</param>
    public void Run(Denoiser network, int steps, Lesson lesson, Action<int, float> stepEnded)
    {
        const double LearningRate = 2e-3;
        var random = new Random(lesson.Seed);
        var normal = new NormalNoise(lesson.Seed);
        Schedule schedule = WarmupSchedule.OfPart(new CosineAnnealingSchedule(LearningRate), part: 0.02).Over(steps);
        using var trainer = network.CreateTrainer(new Adam(beta2: 0.99), batchSize, lesson.Threads, lesson.Seed);
        trainer.ClipNorm = 1;
        trainer.Average = new WeightAverage(Math.Min(0.999, 1 - (10.0 / steps)));
        for (int step = 0; step < steps; step++)
        {
            Prepare(random, normal);
            trainer.Optimizer.LearningRate = schedule.LearningRateAt(step);
            stepEnded(step + 1, trainer.Step(noisy, condition, target));
        }

        trainer.UseAveragedWeights();
    }

    /// <summary>Draws digits, levels of noise and noise; sets what the network takes, and what it is to give.</summary>
    private void Prepare(Random random, NormalNoise normal)
    {
        const int Pixels = Mnist.PixelsPerImage;
        Span<int> indices = stackalloc int[batchSize];
        Span<float> levels = stackalloc float[batchSize];
        foreach (ref int index in indices)
            index = random.Next(digits.Count);
        digits.CopySamples(indices, clean);
        normal.Fill(noise);
        normal.Fill(levels);
        for (int i = 0; i < batchSize; i++)
        {
            var level = NoiseLevel.ToTrain(levels[i]);
            Condition.Write(level, digits.Label(indices[i]), condition.AsSpan(i * Condition.Size, Condition.Size));
            for (int pixel = i * Pixels; pixel < (i + 1) * Pixels; pixel++)
            {
                float sum = clean[pixel] + (level.Sigma * noise[pixel]);
                noisy[pixel] = level.In * sum;
                target[pixel] = (clean[pixel] - (level.Skip * sum)) / level.Out;
            }
        }
    }
}
