using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// weight × (inverse × ((value − meanGradient) − ((x − mean) × inverse) × meanProduct)), x at [row, column], the others at [column]:
/// the gradient of what batch norm got.
/// </summary>
/// <remarks>S. Ioffe and C. Szegedy, "Batch Normalization", arXiv 1502.03167, section 3. Each operation is rounded.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of x.</typeparam>
/// <param name="x">What the norm got, [rows, columns].</param>
/// <param name="mean">The first float of the means of x, [columns].</param>
/// <param name="inverse">The first float of 1 / standard deviation of x, [columns].</param>
/// <param name="weight">The first float of the weight, [columns].</param>
/// <param name="meanGradient">The first float of the means of the gradient, [columns].</param>
/// <param name="meanProduct">The first float of the means of the gradient times (x − mean) × inverse, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct NormalizeGradient<S, V, TSource>(
    TSource x, ref float mean, ref float inverse, ref float weight, ref float meanGradient, ref float meanProduct) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource x = x;
    private readonly ref float mean = ref mean;
    private readonly ref float inverse = ref inverse;
    private readonly ref float weight = ref weight;
    private readonly ref float meanGradient = ref meanGradient;
    private readonly ref float meanProduct = ref meanProduct;

    /// <inheritdoc/>
    public static bool IsLong => true;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V inverseHere = S.Load(ref Unsafe.Add(ref inverse, column));
        V centered = S.Subtract(value, S.Load(ref Unsafe.Add(ref meanGradient, column)));
        V normalized = S.Multiply(S.Subtract(x.Load(row, column), S.Load(ref Unsafe.Add(ref mean, column))), inverseHere);
        V along = S.Multiply(normalized, S.Load(ref Unsafe.Add(ref meanProduct, column)));
        return S.Multiply(S.Load(ref Unsafe.Add(ref weight, column)), S.Multiply(inverseHere, S.Subtract(centered, along)));
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
