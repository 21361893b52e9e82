using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Stores what an epilogue makes of the value in another matrix, and leaves the value as it is.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="E">What happens to the values of the other matrix.</typeparam>
/// <param name="destination">The first float of the other matrix, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
/// <param name="epilogue">What it stores.</param>
[CLSCompliant(false)]
public readonly ref struct AlsoStore<S, V, E>(ref float destination, int stride, E epilogue) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where E : struct, IEpilogue<V>, allows ref struct
{
    private readonly ref float destination = ref destination;
    private readonly int stride = stride;
    private readonly E epilogue = epilogue;

    /// <inheritdoc/>
    public static bool IsLong => E.IsLong;

    /// <inheritdoc/>
    public static int Operations => E.Operations + 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        S.Store(epilogue.Apply(value, row, column), ref Unsafe.Add(ref destination, (row * stride) + column));
        return value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) => epilogue.PrefetchBlock(row, lines, lineStep, rows);
}
