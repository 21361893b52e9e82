using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>An epilogue that stores the results as they are.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
public readonly struct Unchanged<V> : IEpilogue<V>
    where V : struct
{
    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => value;

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
