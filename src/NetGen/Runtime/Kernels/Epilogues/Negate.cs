using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>−value.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public readonly struct Negate<S, V> : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Negate(value);

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
