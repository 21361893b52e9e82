using NetGen.Benchmarks.Models.Layers;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Random targets of a loss.</summary>
internal static class LossTargetNumbers
{
    private const int ListedClasses = 5;
    private const int CountLimit = 10;

    /// <summary>Targets of that many samples, as many numbers for each as there are outputs.</summary>
    public static float[] Create(LossTargets kind, Random random, int samples, int outputs) => kind switch
    {
        LossTargets.ClassLists => [.. Enumerable.Range(0, samples).SelectMany(_ => ClassList(random, outputs))],
        LossTargets.Normal => NormalNumbers.Create(random, samples * outputs),
        LossTargets.Probabilities => Numbers(samples * outputs, random.NextSingle),
        LossTargets.Signs => Numbers(samples * outputs, () => random.Next(2) == 0 ? -1 : 1),
        LossTargets.Counts => Numbers(samples * outputs, () => random.Next(CountLimit)),
        _ => throw new ArgumentException($"Expected targets that are numbers; got {kind}.", nameof(kind)),
    };

    private static float[] Numbers(int count, Func<float> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static float[] ClassList(Random random, int classes)
    {
        int[] order = [.. Enumerable.Range(0, classes)];
        random.Shuffle(order);
        return [.. order.Select((value, place) => place < ListedClasses ? value : -1f)];
    }
}
