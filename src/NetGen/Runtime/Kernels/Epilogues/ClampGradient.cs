using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value where low &lt; output[row, column] &lt; high, else value × 0: the gradient of a <see cref="Clamp{S, V}"/> that gave this
/// output.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="output">The first float of what it gave, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value.</param>
[CLSCompliant(false)]
public readonly ref struct ClampGradient<S, V>(ref float output, int stride, float low, float high) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float output = ref output;
    private readonly nint stride = stride;
    private readonly float low = low;
    private readonly float high = high;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 9;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V clamped = S.Load(ref Unsafe.Add(ref output, (row * stride) + column));
        V factor = S.SelectGreater(S.Create(high), clamped, S.SelectGreater(clamped, S.Create(low), S.One, S.Zero), S.Zero);
        return S.Multiply(value, factor);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) =>
        Prefetch.Rows(ref Unsafe.Add(ref output, row * stride), lines, lineStep * (int)stride, rows * (int)stride);
}
