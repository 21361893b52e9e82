using System.Numerics.Tensors;
using Lecture.Data;
using NetGen;

namespace Lecture.Vae;

/// <summary>Trains variational autoencoders on digits.</summary>
/// <param name="lesson">The run.</param>
/// <param name="steps">Steps of training, rounded to whole epochs.</param>
internal sealed class VaeRun(Lesson lesson, int steps)
{
    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;

    /// <summary>Trains a network on the whole of a set.</summary>
    /// <param name="network">The autoencoder.</param>
    /// <param name="decoder">Receives the weights of its decoder.</param>
    /// <param name="digits">The digits.</param>
    public void Train(Network network, Network decoder, Mnist digits)
    {
        int epochs = Math.Max(1, (int)Math.Round((double)steps * BatchSize / digits.Count));
        network.Fit(
            new ArrayDataSet(Shades.Of(digits), [1, Mnist.Side, Mnist.Side]), new Adam(LearningRate), epochs, BatchSize, lesson.Threads,
            lesson.Seed, new FitOptions { StepSchedule = new CosineAnnealingSchedule(LearningRate) });
        using var weights = new MemoryStream();
        network.Save(weights);
        weights.Position = 0;
        decoder.LoadMatching(weights);
    }

    /// <summary>Draws digits: z from N(0, 1), then the probability of each pixel.</summary>
    /// <param name="decoder">From latent numbers to logits.</param>
    /// <param name="count">How many digits.</param>
    /// <param name="seed">Seeds the draws.</param>
    /// <returns>[digits, 28, 28], 0 to 1.</returns>
    public static float[] Draw(Network decoder, int count, int seed)
    {
        var z = new float[count * decoder.InputShape[0]];
        new NormalNoise(seed).Fill(z);
        return Decode(decoder, z);
    }

    /// <summary>The pictures of latent numbers.</summary>
    /// <param name="decoder">From latent numbers to logits.</param>
    /// <param name="z">[digits, latent numbers].</param>
    /// <returns>[digits, 28, 28], 0 to 1.</returns>
    public static float[] Decode(Network decoder, ReadOnlySpan<float> z)
    {
        float[] pixels = decoder.Predict(z);
        TensorPrimitives.Sigmoid(pixels, pixels);
        return pixels;
    }
}
