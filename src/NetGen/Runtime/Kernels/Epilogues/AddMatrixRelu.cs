using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>max(0, value + addend[row, column]): the end of a residual block.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="addend">The first float of a matrix, [rows, columns].</param>
/// <param name="stride">Floats from one of its rows to the next.</param>
[CLSCompliant(false)]
public readonly ref struct AddMatrixRelu<S, V>(ref float addend, int stride) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float addend = ref addend;
    private readonly nint stride = stride;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.ClampMin(S.Add(value, ref Unsafe.Add(ref addend, (row * stride) + column)), default);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) =>
        Prefetch.Rows(ref Unsafe.Add(ref addend, row * stride), lines, lineStep * (int)stride, rows * (int)stride);
}
