using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>min(max(value, low), high): with 0 and 6 a ReLU6; NaN stays NaN.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value.</param>
[CLSCompliant(false)]
public readonly struct Clamp<S, V>(float low, float high) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float low = low;
    private readonly float high = high;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.ClampMax(S.ClampMin(value, S.Create(low)), S.Create(high));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
