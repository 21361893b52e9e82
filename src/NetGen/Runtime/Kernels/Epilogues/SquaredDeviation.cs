using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>(value − mean[column])²: summed, it gives the variance.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="mean">The first float of the means, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct SquaredDeviation<S, V>(ref float mean) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float mean = ref mean;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V deviation = S.Subtract(value, S.Load(ref Unsafe.Add(ref mean, column)));
        return S.Multiply(deviation, deviation);
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
