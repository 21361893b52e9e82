using CsCheck;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Choices drawn from CsCheck's generator, so that its seed reproduces them.</summary>
internal sealed class Choices(PCG pcg)
{
    private static readonly int[] AroundVectorWidths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33];

    public int Below(int count) => (int)pcg.Next((uint)count);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    public int Width() => Of<int>(AroundVectorWidths);

    /// <summary>A width of at most <paramref name="limit"/>.</summary>
    public int Width(int limit) => Of<int>([.. AroundVectorWidths.Where(width => width <= Math.Max(1, limit))]);
}
