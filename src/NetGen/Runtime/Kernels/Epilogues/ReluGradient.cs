using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value where output[row, column] is greater than 0, else 0: the gradient of a ReLU that gave this output.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="output">The first float of what the ReLU gave, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
[CLSCompliant(false)]
public readonly ref struct ReluGradient<S, V>(ref float output, int stride) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float output = ref output;
    private readonly nint stride = stride;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.SelectGreater(S.Load(ref Unsafe.Add(ref output, (row * stride) + column)), default, value, default);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) =>
        Prefetch.Rows(ref Unsafe.Add(ref output, row * stride), lines, lineStep * (int)stride, rows * (int)stride);
}
