using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value × (1 where input[row, column] is greater than 0, else slope): the gradient of a <see cref="LeakyRelu{S, V}"/> that got this
/// input.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="input">The first float of what it got, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
/// <param name="slope">The slope below 0.</param>
[CLSCompliant(false)]
public readonly ref struct LeakyReluGradient<S, V>(ref float input, int stride, float slope) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float input = ref input;
    private readonly nint stride = stride;
    private readonly float slope = slope;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 6;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.Multiply(value, S.SelectGreater(S.Load(ref Unsafe.Add(ref input, (row * stride) + column)), default, S.One, S.Create(slope)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) =>
        Prefetch.Rows(ref Unsafe.Add(ref input, row * stride), lines, lineStep * (int)stride, rows * (int)stride);
}
