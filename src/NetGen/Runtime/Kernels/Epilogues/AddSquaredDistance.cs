using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value + weight · (x[row, column] · scale − mean[column])²: the squared deviations from the mean of a batch, of those from the mean of a
/// sample.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of x.</typeparam>
/// <param name="x">The sums of the samples, [samples, columns].</param>
/// <param name="scale">What makes means of them: 1 / rows of a sample.</param>
/// <param name="mean">The first float of the means of the batch, [columns].</param>
/// <param name="weight">The rows of a sample.</param>
[CLSCompliant(false)]
public readonly ref struct AddSquaredDistance<S, V, TSource>(TSource x, float scale, ref float mean, float weight) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource x = x;
    private readonly ref float mean = ref mean;
    private readonly float scale = scale;
    private readonly float weight = weight;

    /// <inheritdoc/>
    public static bool IsLong => true;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V distance = S.Subtract(S.Multiply(x.Load(row, column), S.Create(scale)), S.Load(ref Unsafe.Add(ref mean, column)));
        return S.MultiplyAdd(S.Multiply(distance, distance), S.Create(weight), value);
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
