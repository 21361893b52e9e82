namespace NetGen.Benchmarks.Measurement;

/// <summary>Batches of samples that the steps take in turn, so that the input is not always the one still in the nearest cache.</summary>
/// <param name="Samples">The batches, [batch, ..input shape] each.</param>
/// <param name="Labels">The class of each sample.</param>
/// <param name="Origin">What they are: <c>mnist</c> or <c>random</c>.</param>
internal sealed record SampleBatches(float[][] Samples, int[][] Labels, string Origin)
{
    private const int Classes = 10;
    private const int Seed = 1;

    /// <summary>
    /// Takes the first digits of a folder where there is one and the network takes digits. Else makes normally
    /// distributed numbers and labels, always the same.
    /// </summary>
    /// <exception cref="IOException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static SampleBatches Create(Network network, int batches, int batchSize, string? mnist)
    {
        int sampleSize = 1;
        foreach (int length in network.InputShape)
            sampleSize *= length;
        return mnist is not null && sampleSize == Mnist.PixelsPerImage
            ? Digits(Mnist.Train(mnist), batches, batchSize)
            : Random(batches, batchSize, sampleSize);
    }

    private static SampleBatches Digits(Mnist digits, int batches, int batchSize)
    {
        var samples = new float[batches][];
        var labels = new int[batches][];
        for (int i = 0; i < batches; i++)
        {
            int[] indices = [.. Enumerable.Range(i * batchSize, batchSize).Select(index => index % digits.Count)];
            digits.CopySamples(indices, samples[i] = new float[batchSize * Mnist.PixelsPerImage]);
            digits.CopyLabels(indices, labels[i] = new int[batchSize]);
        }

        return new SampleBatches(samples, labels, "mnist");
    }

    private static SampleBatches Random(int batches, int batchSize, int sampleSize)
    {
        var random = new Random(Seed);
        float[][] samples =
        [
            .. Enumerable.Range(0, batches)
                .Select(_ => Enumerable.Range(0, batchSize * sampleSize).Select(_ => Normal(random)).ToArray()),
        ];
        int[][] labels =
        [
            .. Enumerable.Range(0, batches)
                .Select(_ => Enumerable.Range(0, batchSize).Select(_ => random.Next(Classes)).ToArray()),
        ];
        return new SampleBatches(samples, labels, "random");
    }

    // Box and Muller.
    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
