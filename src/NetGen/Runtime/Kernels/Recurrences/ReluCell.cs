using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>A plain recurrent cell: h' = max(0, ..) of the gate's sum.</summary>
/// <remarks>https://pytorch.org/docs/stable/generated/torch.nn.RNN.html.</remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public readonly struct ReluCell<S, V> : IRecurrentCell<S, V>
    where S : ISimd<V>
    where V : struct
{
    /// <inheritdoc/>
    public static int Gates => 1;

    /// <summary>h'.</summary>
    public static int Saved => 1;

    /// <inheritdoc/>
    public static int SavedCell => -1;

    /// <inheritdoc/>
    public static bool HasHiddenGradient => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Next(
        ref float input, int stride, ref float sums, int sumStride, ref float bias, ref float state, ref float cell, ref float next,
        ref float saved)
    {
        V sum = RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 0);
        V h = S.SelectGreater(S.Zero, sum, S.Zero, sum);
        S.Store(h, ref next);
        if (!Unsafe.IsNullRef(ref saved))
            S.Store(h, ref saved);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(
        ref float saved, int stride, ref float state, ref float cell, ref float gradient, ref float cellGradient, ref float gates,
        ref float hidden)
    {
        S.Store(S.SelectGreater(S.Load(ref saved), S.Zero, S.Load(ref gradient), S.Zero), ref gates);
        S.Store(S.Zero, ref gradient);
    }
}
