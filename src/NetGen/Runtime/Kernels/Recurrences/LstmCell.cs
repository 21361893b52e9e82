using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Long short-term memory: c' = f·c + i·g and h' = o·tanh(c') with i, f, o = σ(..) and g = tanh(..) of the gates' sums, in the order
/// i, f, g, o (https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html).
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public readonly struct LstmCell<S, V> : IRecurrentCell<S, V>
    where S : ISimd<V>
    where V : struct
{
    /// <inheritdoc/>
    public static int Gates => 4;

    /// <summary>The four gates, c' and tanh(c').</summary>
    public static int Saved => 6;

    /// <inheritdoc/>
    public static int SavedCell => 4;

    /// <inheritdoc/>
    public static bool HasHiddenGradient => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Next(
        ref float input, int stride, ref float sums, int sumStride, ref float bias, ref float state, ref float cell, ref float next,
        ref float saved)
    {
        V i = RecurrentGates.Sigmoid<S, V>(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 0));
        V f = RecurrentGates.Sigmoid<S, V>(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 1));
        V g = S.Tanh(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 2));
        V o = RecurrentGates.Sigmoid<S, V>(RecurrentGates.Sum<S, V>(ref input, stride, ref sums, sumStride, ref bias, 3));
        V c = S.MultiplyAdd(f, S.Load(ref cell), S.Multiply(i, g));
        V tanh = S.Tanh(c);
        S.Store(c, ref cell);
        S.Store(S.Multiply(o, tanh), ref next);
        if (Unsafe.IsNullRef(ref saved))
            return;
        S.Store(i, ref saved);
        S.Store(f, ref Unsafe.Add(ref saved, stride));
        S.Store(g, ref Unsafe.Add(ref saved, 2 * stride));
        S.Store(o, ref Unsafe.Add(ref saved, 3 * stride));
        S.Store(c, ref Unsafe.Add(ref saved, 4 * stride));
        S.Store(tanh, ref Unsafe.Add(ref saved, 5 * stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(
        ref float saved, int stride, ref float state, ref float cell, ref float gradient, ref float cellGradient, ref float gates,
        ref float hidden)
    {
        V i = S.Load(ref saved), f = S.Load(ref Unsafe.Add(ref saved, stride)), g = S.Load(ref Unsafe.Add(ref saved, 2 * stride));
        V o = S.Load(ref Unsafe.Add(ref saved, 3 * stride)), tanh = S.Load(ref Unsafe.Add(ref saved, 5 * stride));
        V before = Unsafe.IsNullRef(ref cell) ? S.Zero : S.Load(ref cell);
        V dh = S.Load(ref gradient);

        // dc = the gradient from the next step + dh·o·(1 − tanh²).
        V dc = S.MultiplyAdd(S.Multiply(dh, o), RecurrentGates.OneMinusSquare<S, V>(tanh), S.Load(ref cellGradient));
        S.Store(S.Multiply(S.Multiply(dc, g), RecurrentGates.SigmoidSlope<S, V>(i)), ref gates);
        S.Store(S.Multiply(S.Multiply(dc, before), RecurrentGates.SigmoidSlope<S, V>(f)), ref Unsafe.Add(ref gates, stride));
        S.Store(S.Multiply(S.Multiply(dc, i), RecurrentGates.OneMinusSquare<S, V>(g)), ref Unsafe.Add(ref gates, 2 * stride));
        S.Store(S.Multiply(S.Multiply(dh, tanh), RecurrentGates.SigmoidSlope<S, V>(o)), ref Unsafe.Add(ref gates, 3 * stride));
        S.Store(S.Multiply(dc, f), ref cellGradient);
        S.Store(S.Zero, ref gradient);
    }
}
