using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value × factor[row, column].</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="factor">The first float of a matrix, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
[CLSCompliant(false)]
public readonly ref struct MultiplyMatrix<S, V>(ref float factor, int stride) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float factor = ref factor;
    private readonly nint stride = stride;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.Multiply(value, S.Load(ref Unsafe.Add(ref factor, (row * stride) + column)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) =>
        Prefetch.Rows(ref Unsafe.Add(ref factor, row * stride), lines, lineStep * (int)stride, rows * (int)stride);
}
