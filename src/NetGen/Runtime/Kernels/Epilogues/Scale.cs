using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value × factor[column].</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="factor">The first float of the factors, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct Scale<S, V>(ref float factor) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float factor = ref factor;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Multiply(value, S.Load(ref Unsafe.Add(ref factor, column)));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
