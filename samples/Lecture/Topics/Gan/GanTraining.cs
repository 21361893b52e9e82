using Lecture.Data;
using NetGen;

namespace Lecture.Gan;

/// <summary>
/// The game of two networks: the discriminator learns to tell real pictures from generated ones, the generator to make such that are taken
/// for real.
/// </summary>
internal sealed class GanTraining : IDisposable
{
    private const int Batch = 64;

    private readonly Trainer generating, discriminating;
    private readonly float[] images;
    private readonly Random random;
    private readonly NormalNoise normal;
    private readonly float[] noise, real = new float[Batch * Mnist.PixelsPerImage], fake = new float[Batch * Mnist.PixelsPerImage];
    private readonly float[] ones = new float[Batch], zeros = new float[Batch], logits = new float[Batch];
    private readonly float[] logitGradient = new float[Batch], fakeGradient = new float[Batch * Mnist.PixelsPerImage];

    /// <param name="lesson">The run.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="digits">The real pictures.</param>
    public GanTraining(Lesson lesson, DigitGenerator generator, Mnist digits)
    {
        // Adam as DCGAN has it, but for a learning rate for fewer steps.
        generating = generator.CreateTrainer(new Adam(3e-4, beta1: 0.5), Batch, lesson.Threads, lesson.Seed);
        discriminating = new DigitDiscriminator(lesson.Seed + 1)
            .CreateTrainer(new Adam(3e-4, beta1: 0.5), Batch, lesson.Threads, lesson.Seed + 1);
        generating.Average = new WeightAverage(0.999);
        images = Shades.Of(digits);
        (random, normal) = (new Random(lesson.Seed), new NormalNoise(lesson.Seed));
        noise = new float[Batch * DigitGenerator.InputLength];
        Array.Fill(ones, 1);
    }

    /// <summary>Plays with the non-saturating loss; the generator has the average of its weights at the end.</summary>
    /// <param name="steps">Steps of both networks.</param>
    /// <param name="report">How many steps lie between two reports.</param>
    /// <param name="reported">Hears how the game stands.</param>
    public void Run(int steps, int report, Action<GanProgress> reported)
    {
        double ofGenerated = 0;
        for (int step = 1; step <= steps; step++)
        {
            StepOfDiscriminator();
            StepOfGenerator();
            ofGenerated += logits.Average(Sigmoid);
            if (step % report != 0)
                continue;
            reported(new GanProgress(step, discriminating.Network.Predict(real).Average(Sigmoid), ofGenerated / report));
            ofGenerated = 0;
        }

        generating.UseAveragedWeights();
    }

    /// <summary>
    /// Lets the discriminator learn alone, until it is sure of its case, and measures how strong the gradients of both losses are then.
    /// </summary>
    /// <param name="steps">Steps of the discriminator.</param>
    /// <returns>
    /// The mean probability that it gives to generated pictures, and the L2 norms of the gradients of both losses by these pictures.
    /// </returns>
    public (double OfGenerated, double Minimax, double NonSaturating) Saturate(int steps)
    {
        for (int step = 0; step < steps; step++)
            StepOfDiscriminator();
        discriminating.Forward(fake, logits);
        double probability = logits.Average(Sigmoid);
        GeneratorLoss.Minimax(logits, logitGradient);
        discriminating.Backward(logitGradient, fakeGradient);
        double minimax = Norm(fakeGradient);
        discriminating.Forward(fake, logits);
        GeneratorLoss.NonSaturating(logits, logitGradient);
        discriminating.Backward(logitGradient, fakeGradient);
        return (probability, minimax, Norm(fakeGradient));
    }

    public void Dispose()
    {
        generating.Dispose();
        discriminating.Dispose();
    }

    /// <summary>A step down −log D(x) − log(1 − D(G(z))), one batch of each kind.</summary>
    private void StepOfDiscriminator()
    {
        for (int i = 0; i < Batch; i++)
        {
            ReadOnlySpan<float> image = Shades.At(images, random.Next(images.Length / Mnist.PixelsPerImage));
            for (int pixel = 0; pixel < image.Length; pixel++)
                real[(i * image.Length) + pixel] = (2 * image[pixel]) - 1;
        }

        normal.Fill(noise);
        generating.Forward(noise, fake);
        discriminating.Step(real, ones);
        discriminating.Step(fake, zeros);
    }

    /// <summary>A step down −log D(G(z)): the gradient goes back through the discriminator, which is not updated.</summary>
    private void StepOfGenerator()
    {
        discriminating.Forward(fake, logits);
        GeneratorLoss.NonSaturating(logits, logitGradient);
        discriminating.Backward(logitGradient, fakeGradient);
        generating.Backward(fakeGradient);
        generating.Update();
    }

    private static float Sigmoid(float logit) => 1 / (1 + MathF.Exp(-logit));

    private static double Norm(float[] gradient) => Math.Sqrt(gradient.Sum(value => (double)value * value));
}
