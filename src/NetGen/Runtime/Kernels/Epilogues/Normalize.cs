using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// (value − mean[column]) × inverse[column] × weight[column] + bias[column]: batch norm as it trains
/// (https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html).
/// </summary>
/// <remarks>Each operation is rounded.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="mean">The first float of the means, [columns].</param>
/// <param name="inverse">The first float of 1 / standard deviation, [columns].</param>
/// <param name="weight">The first float of the weight, [columns].</param>
/// <param name="bias">The first float of the bias, [columns].</param>
[CLSCompliant(false)]
public readonly ref struct Normalize<S, V>(ref float mean, ref float inverse, ref float weight, ref float bias) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly ref float mean = ref mean;
    private readonly ref float inverse = ref inverse;
    private readonly ref float weight = ref weight;
    private readonly ref float bias = ref bias;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V deviation = S.Subtract(value, S.Load(ref Unsafe.Add(ref mean, column)));
        V normalized = S.Multiply(deviation, S.Load(ref Unsafe.Add(ref inverse, column)));
        return S.Add(S.Multiply(normalized, S.Load(ref Unsafe.Add(ref weight, column))), S.Load(ref Unsafe.Add(ref bias, column)));
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
