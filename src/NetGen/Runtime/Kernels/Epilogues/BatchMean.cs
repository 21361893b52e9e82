using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value / count, the mean of a batch; stores keep × running[column] + momentum × mean in updated[column].</summary>
/// <remarks>https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <param name="count">How many numbers a sum has.</param>
/// <param name="keep">1 − momentum.</param>
/// <param name="momentum">The momentum.</param>
/// <param name="running">The first float of the running mean, [columns].</param>
/// <param name="updated">Where it is stored: the same place, or another.</param>
[CLSCompliant(false)]
public readonly ref struct BatchMean<S, V>(float count, float keep, float momentum, ref float running, ref float updated) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    private readonly float count = count;
    private readonly float keep = keep;
    private readonly float momentum = momentum;
    private readonly ref float running = ref running;
    private readonly ref float updated = ref updated;

    /// <inheritdoc/>
    public static bool IsLong => false;

    /// <inheritdoc/>
    public static int Operations => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column)
    {
        V mean = S.Divide(value, S.Create(count));
        V next = S.MultiplyAdd(S.Create(keep), S.Load(ref Unsafe.Add(ref running, column)), S.Multiply(S.Create(momentum), mean));
        S.Store(next, ref Unsafe.Add(ref updated, column));
        return mean;
    }

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
