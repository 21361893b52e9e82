using System.Diagnostics;
using NetGen;

namespace DigitPad.Measurement;

/// <summary>How fast networks predict and train, on one thread: the page and the native program measure the same.</summary>
internal static class Throughput
{
    private const int BatchSize = 16;

    /// <summary>Predictions of one sample a second.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seconds">How long to measure, behind a quarter of that to warm up.</param>
    public static double PredictionsPerSecond(Network network, double seconds)
    {
        ArgumentNullException.ThrowIfNull(network);
        float[] sample = new float[Mnist.PixelsPerImage], scores = new float[10];
        SyntheticDigits.Draw(1, seed: 1).CopySamples([0], sample);
        return RunsPerSecond(() => network.Predict(sample, scores), seconds);
    }

    /// <summary>Training steps of 16 samples with Adam a second.</summary>
    /// <param name="network">The network, whose weights change.</param>
    /// <param name="seconds">How long to measure, behind a quarter of that to warm up.</param>
    public static double StepsPerSecond(Network network, double seconds)
    {
        ArgumentNullException.ThrowIfNull(network);
        float[] inputs = new float[BatchSize * Mnist.PixelsPerImage];
        int[] labels = new int[BatchSize], indices = [.. Enumerable.Range(0, BatchSize)];
        Mnist digits = SyntheticDigits.Draw(BatchSize, seed: 1);
        digits.CopySamples(indices, inputs);
        digits.CopyLabels(indices, labels);
        using Trainer trainer = network.CreateTrainer(new Adam(0.001), BatchSize, threads: 1);
        return RunsPerSecond(() => trainer.Step(inputs, labels), seconds);
    }

    private static double RunsPerSecond(Action run, double seconds)
    {
        Count(run, seconds / 4);
        var watch = Stopwatch.StartNew();
        return Count(run, seconds) / watch.Elapsed.TotalSeconds;
    }

    private static int Count(Action run, double seconds)
    {
        var watch = Stopwatch.StartNew();
        int runs = 0;
        do
        {
            run();
            runs++;
        }
        while (watch.Elapsed.TotalSeconds < seconds);
        return runs;
    }
}
