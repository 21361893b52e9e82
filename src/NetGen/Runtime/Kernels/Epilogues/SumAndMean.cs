using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Leaves the sum as it is, and stores value / count in mean[column].</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="count">How many numbers a sum has.</param>
/// <param name="mean">The first float of the means, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct SumAndMean<S, V>(float count, ref float mean) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float count = count;
    private readonly ref float mean = ref mean;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        S.Store(S.Divide(value, S.Create(count)), ref Unsafe.Add(ref mean, column));
        return value;
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
