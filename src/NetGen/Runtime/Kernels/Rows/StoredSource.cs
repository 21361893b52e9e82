using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Elements that are stored where they are loaded: a sum over them is computed on the way.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements.</typeparam>
/// <param name="source">The elements, [rows, columns].</param>
/// <param name="destination">The first float of the matrix that gets them, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
[CLSCompliant(false)]
public readonly ref struct StoredSource<S, V, TSource>(TSource source, ref float destination, int stride) : IRowSource<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource source = source;
    private readonly ref float destination = ref destination;
    private readonly int stride = stride;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load(nint row, nint column)
    {
        V elements = source.Load(row, column);
        S.Store(elements, ref Unsafe.Add(ref destination, (row * stride) + column));
        return elements;
    }
}
