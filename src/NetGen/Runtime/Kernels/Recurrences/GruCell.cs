using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Gated recurrent unit: h' = (1 − z)·n + z·h with r, z = σ(..) of the gates' sums and n = tanh(x + r·q), where x comes from the
/// step's input and q from the state, in the order r, z, n (https://pytorch.org/docs/stable/generated/torch.nn.GRU.html).
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public readonly struct GruCell<S, V> : IRecurrentCell<S, V>
    where S : ISimd<V>
    where V : struct
{
    /// <inheritdoc/>
    public static int Gates => 3;

    /// <summary>r, z, n and q.</summary>
    public static int Saved => 4;

    /// <inheritdoc/>
    public static int SavedCell => -1;

    /// <inheritdoc/>
    public static bool HasHiddenGradient => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Next(
        ref float input, int stride, ref float sums, int sumStride, ref float bias, ref float state, ref float cell, ref float next,
        ref float saved)
    {
        V r = RecurrentGates.Sigmoid<S, V>(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 0));
        V z = RecurrentGates.Sigmoid<S, V>(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 1));
        V q = S.Load(ref Unsafe.Add(ref sums, 2 * sumStride));
        if (!Unsafe.IsNullRef(ref bias))
            q = S.Add(q, S.Load(ref Unsafe.Add(ref bias, 2 * stride)));
        V n = S.Tanh(S.MultiplyAdd(r, q, S.Load(ref Unsafe.Add(ref input, 2 * stride))));

        // (1 − z)·n + z·h = n + z·(h − n).
        S.Store(S.MultiplyAdd(z, S.Subtract(S.Load(ref state), n), n), ref next);
        if (Unsafe.IsNullRef(ref saved))
            return;
        S.Store(r, ref saved);
        S.Store(z, ref Unsafe.Add(ref saved, stride));
        S.Store(n, ref Unsafe.Add(ref saved, 2 * stride));
        S.Store(q, ref Unsafe.Add(ref saved, 3 * stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(
        ref float saved, int stride, ref float state, ref float cell, ref float gradient, ref float cellGradient, ref float gates,
        ref float hidden)
    {
        V r = S.Load(ref saved), z = S.Load(ref Unsafe.Add(ref saved, stride)), n = S.Load(ref Unsafe.Add(ref saved, 2 * stride));
        V q = S.Load(ref Unsafe.Add(ref saved, 3 * stride)), dh = S.Load(ref gradient);
        V direct = S.Multiply(dh, z);
        V dn = S.Multiply(S.Subtract(dh, direct), RecurrentGates.OneMinusSquare<S, V>(n));
        V dr = S.Multiply(S.Multiply(dn, q), RecurrentGates.SigmoidSlope<S, V>(r));
        V dz = S.Multiply(S.Multiply(dh, S.Subtract(S.Load(ref state), n)), RecurrentGates.SigmoidSlope<S, V>(z));
        S.Store(dr, ref gates);
        S.Store(dz, ref Unsafe.Add(ref gates, stride));
        S.Store(dn, ref Unsafe.Add(ref gates, 2 * stride));
        S.Store(dr, ref hidden);
        S.Store(dz, ref Unsafe.Add(ref hidden, stride));
        S.Store(S.Multiply(dn, r), ref Unsafe.Add(ref hidden, 2 * stride));
        S.Store(direct, ref gradient);
    }
}
