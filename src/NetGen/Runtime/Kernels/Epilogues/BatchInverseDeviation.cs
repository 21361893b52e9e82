using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// 1 / √(value / count + epsilon) of a sum of squared deviations; stores keep × running[column] + momentum × count / (count − 1) ×
/// value / count in updated[column].
/// </summary>
/// <remarks>The running variance is the unbiased one: https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="count">How many numbers a sum has.</param>
/// <param name="epsilon">What is added to the variance.</param>
/// <param name="keep">1 − momentum.</param>
/// <param name="momentum">The momentum.</param>
/// <param name="running">The first float of the running variance, [columns].</param>
/// <param name="updated">Where it is stored: the same place, or another.</param>
[CLSCompliant(false)]
public readonly ref struct BatchInverseDeviation<S, V>(
    float count, float epsilon, float keep, float momentum, ref float running, ref float updated) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float count = count;
    private readonly float epsilon = epsilon;
    private readonly float keep = keep;
    private readonly float momentum = momentum;
    private readonly ref float running = ref running;
    private readonly ref float updated = ref updated;

    /// <inheritdoc/>
    public static bool IsLong => true;

    /// <inheritdoc/>
    public static int Operations => 17;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V numbers = S.Create(count);
        V variance = S.Divide(value, numbers);
        V share = S.Multiply(S.Create(momentum), S.Divide(numbers, S.Subtract(numbers, S.One)));
        V next = S.MultiplyAdd(S.Create(keep), S.Load(ref Unsafe.Add(ref running, column)), S.Multiply(share, variance));
        S.Store(next, ref Unsafe.Add(ref updated, column));
        return S.Divide(S.One, S.Sqrt(S.Add(variance, S.Create(epsilon))));
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
