using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Batches of samples that the steps take in turn, so that the input is not always the one still in the nearest cache.</summary>
internal sealed class SampleBatches
{
    private const int Classes = 10;
    private const int Seed = 1;

    /// <summary>The numbers of each batch, [batch, ..input shape]; none where samples are tokens.</summary>
    private readonly float[][] numbers = [];

    /// <summary>The tokens of each batch, [batch, steps]; none where samples are numbers.</summary>
    private readonly int[][] tokens = [];

    private readonly int[][] labels;

    private SampleBatches(float[][] numbers, int[][] labels, string origin) =>
        (this.numbers, this.labels, Origin) = (numbers, labels, origin);

    private SampleBatches(int[][] tokens, int[][] labels) => (this.tokens, this.labels, Origin) = (tokens, labels, "random");

    /// <summary>What the samples are: <c>mnist</c> or <c>random</c>.</summary>
    public string Origin { get; }

    /// <summary>The number of batches.</summary>
    public int Count => labels.Length;

    /// <summary>
    /// Takes the first digits of a folder where there is one and the network takes digits. Else makes normally
    /// distributed numbers, or tokens, and labels, always the same.
    /// </summary>
    /// <exception cref="IOException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static SampleBatches Create(BenchmarkModel model, Network network, int batches, int batchSize, string? mnist)
    {
        int sampleSize = SampleSize.Of(network.InputShape);
        if (model.Vocabulary > 0)
            return Tokens(batches, batchSize * sampleSize, model.Vocabulary);
        return mnist is not null && sampleSize == Mnist.PixelsPerImage
            ? Digits(Mnist.Train(mnist), batches, batchSize)
            : Random(batches, batchSize, sampleSize);
    }

    /// <summary>A training step on one batch.</summary>
    public void Train(Trainer trainer, int batch)
    {
        if (tokens.Length > 0)
            trainer.Step(tokens[batch], labels[batch]);
        else
            trainer.Step(numbers[batch], labels[batch]);
    }

    /// <summary>Predicts one batch on the calling thread.</summary>
    public void Predict(Network network, int batch, float[] output)
    {
        if (tokens.Length > 0)
            network.Predict(tokens[batch], output);
        else
            network.Predict(numbers[batch], output);
    }

    /// <summary>Predicts one batch on a predictor's threads.</summary>
    public void Predict(Predictor predictor, int batch, float[] output)
    {
        if (tokens.Length > 0)
            predictor.Predict(tokens[batch], output);
        else
            predictor.Predict(numbers[batch], output);
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
        float[][] samples = [.. Enumerable.Range(0, batches).Select(_ => NormalNumbers.Create(random, batchSize * sampleSize))];
        return new SampleBatches(samples, Below(Classes, batches, batchSize, random), "random");
    }

    private static SampleBatches Tokens(int batches, int tokensOfBatch, int vocabulary)
    {
        var random = new Random(Seed);
        int[][] tokens = Below(vocabulary, batches, tokensOfBatch, random);
        return new SampleBatches(tokens, Below(vocabulary, batches, tokensOfBatch, random));
    }

    private static int[][] Below(int limit, int batches, int count, Random random) =>
        [.. Enumerable.Range(0, batches).Select(_ => Enumerable.Range(0, count).Select(_ => random.Next(limit)).ToArray())];
}
