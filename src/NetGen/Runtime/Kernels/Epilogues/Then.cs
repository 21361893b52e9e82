using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Two epilogues, one after the other.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TFirst">The first.</typeparam>
/// <typeparam name="TSecond">What gets the first one's results.</typeparam>
/// <param name="first">The first.</param>
/// <param name="second">What gets the first one's results.</param>
public readonly ref struct Then<V, TFirst, TSecond>(TFirst first, TSecond second) : IEpilogue<V>
    where V : struct
    where TFirst : struct, IEpilogue<V>, allows ref struct
    where TSecond : struct, IEpilogue<V>, allows ref struct
{
    private readonly TFirst first = first;
    private readonly TSecond second = second;

    /// <inheritdoc/>
    public static bool IsLong => TFirst.IsLong || TSecond.IsLong;

    /// <inheritdoc/>
    public static int Operations => TFirst.Operations + TSecond.Operations + 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => second.Apply(first.Apply(value, row, column), row, column);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
        first.PrefetchBlock(row, lines, lineStep, rows);
        second.PrefetchBlock(row, lines, lineStep, rows);
    }
}
