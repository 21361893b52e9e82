using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>What the gates of all recurrent cells have in common.</summary>
internal static class RecurrentGates
{
    /// <summary>A gate's sum: the step's input, the product of the state, and its bias where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum<S, V>(ref float input, int stride, ref float sums, int sumStride, ref float bias, int gate)
        where S : ISimd<V>
        where V : struct
    {
        V hidden = S.Load(ref Unsafe.Add(ref sums, gate * sumStride));
        if (!Unsafe.IsNullRef(ref bias))
            hidden = S.Add(hidden, S.Load(ref Unsafe.Add(ref bias, gate * stride)));
        return S.Add(S.Load(ref Unsafe.Add(ref input, gate * stride)), hidden);
    }

    /// <summary>
    /// σ(x) = ½ + ½·tanh(x / 2): as near to the exact value as a number near 1 can be, which is all that a gate needs, and faster than
    /// <see cref="VectorMath.Sigmoid(float)"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        V half = S.Create(0.5f);
        return S.MultiplyAdd(half, S.Tanh(S.Multiply(half, x)), half);
    }

    /// <summary>The slope of σ where it gives this value: s·(1 − s).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidSlope<S, V>(V value)
        where S : ISimd<V>
        where V : struct => S.Multiply(value, S.Subtract(S.One, value));

    /// <summary>1 − value²: the slope of tanh where it gives this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OneMinusSquare<S, V>(V value)
        where S : ISimd<V>
        where V : struct => S.MultiplyAdd(S.Negate(value), value, S.One);
}
