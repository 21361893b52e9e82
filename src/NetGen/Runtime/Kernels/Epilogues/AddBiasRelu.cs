using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>max(0, value + bias[column]).</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="bias">The first float of a bias, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct AddBiasRelu<S, V>(ref float bias) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float bias = ref bias;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.ClampMin(S.Add(value, ref Unsafe.Add(ref bias, column)), default);

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
