using System.Security.Cryptography;
using DigitPad.Models;
using NetGen;

namespace DigitPad.Measurement;

/// <summary>The weights after some steps of training, as one number: the page and the native program compare theirs.</summary>
internal static class TrainingDigest
{
    private const int BatchSize = 16;

    /// <summary>Trains all networks from seed 1 on drawn digits of seed 1, and gives the SHA-256 of their saved weights.</summary>
    /// <param name="steps">The number of steps of 16 digits with Adam, at least 0.</param>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
    public static string AfterSteps(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Mnist digits = SyntheticDigits.Draw(Math.Max(1, steps) * BatchSize, seed: 1);
        using var saved = new MemoryStream();
        foreach (ModelEntry model in ModelCatalog.All)
        {
            Network network = model.Create(1);
            Train(network, digits, steps);
            network.Save(saved);
        }

        return Convert.ToHexString(SHA256.HashData(saved.ToArray()));
    }

    private static void Train(Network network, Mnist digits, int steps)
    {
        float[] inputs = new float[BatchSize * Mnist.PixelsPerImage];
        int[] labels = new int[BatchSize], indices = new int[BatchSize];
        using Trainer trainer = network.CreateTrainer(new Adam(0.002), BatchSize, threads: 1);
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < BatchSize; i++)
                indices[i] = (step * BatchSize) + i;
            digits.CopySamples(indices, inputs);
            digits.CopyLabels(indices, labels);
            trainer.Step(inputs, labels);
        }
    }
}
