using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>max(0, value × scale[column] + shift[column]): batch norm as it predicts, and ReLU.</summary>
/// <remarks>The product is rounded before the sum.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="scale">The first float of the factors, [columns].</param>
/// <param name="shift">The first float of the addends, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct ScaleAndShiftRelu<S, V>(ref float scale, ref float shift) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float scale = ref scale;
    private readonly ref float shift = ref shift;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 6;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.ClampMin(S.ScaleAndShift(value, ref Unsafe.Add(ref scale, column), ref Unsafe.Add(ref shift, column)), default);

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
