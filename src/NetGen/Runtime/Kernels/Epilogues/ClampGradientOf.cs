using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value where low &lt; output[row, column] &lt; high, else value × 0: the gradient of a <see cref="Clamp{S, V}"/> whose output is
/// computed again.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of the output.</typeparam>
/// <param name="output">What it gave, [rows, columns].</param>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value.</param>
[CLSCompliant(false)]
public readonly ref struct ClampGradientOf<S, V, TSource>(TSource output, float low, float high) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource output = output;
    private readonly float low = low;
    private readonly float high = high;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V clamped = output.Load(row, column);
        V factor = S.SelectGreater(S.Create(high), clamped, S.SelectGreater(clamped, S.Create(low), S.One, S.Zero), S.Zero);
        return S.Multiply(value, factor);
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
