using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value − subtrahend[column].</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="subtrahend">The first float of the subtrahends, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct Subtract<S, V>(ref float subtrahend) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float subtrahend = ref subtrahend;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Subtract(value, S.Load(ref Unsafe.Add(ref subtrahend, column)));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
