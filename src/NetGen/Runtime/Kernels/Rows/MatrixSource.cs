using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>A matrix in memory.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="matrix">Its first float.</param>
/// <param name="stride">Floats from one row to the next.</param>
[CLSCompliant(false)]
public readonly ref struct MatrixSource<S, V>(ref float matrix, int stride) : IRowSource<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float matrix = ref matrix;
    private readonly int stride = stride;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load(nint row, nint column) => S.Load(ref Unsafe.Add(ref matrix, (row * stride) + column));
}
