using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value + x[row, column], x being computed: the sum of a residual connection whose other end has a norm.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of x.</typeparam>
/// <param name="x">The addends, [rows, columns].</param>
[CLSCompliant(false)]
public readonly ref struct AddSource<S, V, TSource>(TSource x) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource x = x;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Add(value, x.Load(row, column));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
