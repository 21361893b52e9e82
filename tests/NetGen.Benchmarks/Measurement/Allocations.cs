namespace NetGen.Benchmarks.Measurement;

/// <summary>Counts what a step asks of the garbage collector.</summary>
internal static class Allocations
{
    private const int Steps = 8;

    /// <summary>Bytes that one step of a warm program allocates, on all threads together.</summary>
    public static long PerStep(Action step)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Steps; i++)
            step();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Steps;
    }
}
