using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value × ((x[row, column] − mean[column]) × inverse[column]): summed, it gives the gradient of a norm's weight.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of x.</typeparam>
/// <param name="x">What the norm got, [rows, columns].</param>
/// <param name="mean">The first float of the means, [columns].</param>
/// <param name="inverse">The first float of 1 / standard deviation, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct TimesNormalized<S, V, TSource>(TSource x, ref float mean, ref float inverse) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource x = x;
    private readonly ref float mean = ref mean;
    private readonly ref float inverse = ref inverse;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.Multiply(
            value,
            S.Multiply(
                S.Subtract(x.Load(row, column), S.Load(ref Unsafe.Add(ref mean, column))), S.Load(ref Unsafe.Add(ref inverse, column))));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
