using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Elementary functions for vectors of each width and single floats, correct to a few units in the last place over the whole range.
/// </summary>
/// <remarks>
/// Each function has one formula for all widths; a lane has the same bits at each of them. Infinities, zeros, denormals and NaN come out as
/// the function's limits say. The coefficients are minimax fits made for these intervals, rounded to single precision.
/// </remarks>
public static partial class VectorMath
{
    // ln 2⁻¹²⁶, rounded up: e to this power is still a normal number.
    private const float LowestNormalExponent = -87.33654f;

    /// <summary>e to the power of x: 0 at -∞, ∞ above 88.72.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>
    /// Within 1.5 · 10⁻⁷ of the exact value. Below -87.336 the result would be denormal, which makes processors a hundred times slower; it
    /// is 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Exp<Simd512, Vector512<float>>(x);

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Exp<Simd256, Vector256<float>>(x);

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Exp<Simd128, Vector128<float>>(x);

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Exp<SimdScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        // Beyond these bounds the result is 0 or ∞ in single precision; a NaN passes both.
        V lowest = S.Create(LowestNormalExponent);
        V bounded = S.ClampMin(x, lowest);
        bounded = S.ClampMax(bounded, S.Create(89f));
        V power = Power<S, V>(bounded);
        return S.SelectGreater(lowest, x, S.Zero, power);
    }

    /// <summary>
    /// e to the power of x for x of at most 0, but at least 10⁻³⁰: weights so small change no sum of them, and products with them are not
    /// denormal. It takes two thirds of the operations of <see cref="Exp{S, V}(V)"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ExpOfWeight<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        V power = Power<S, V>(S.ClampMin(x, S.Create(-69f)), out V n);
        return S.Multiply(power, S.PowerOfTwo(n));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        V power = Power<S, V>(x, out V n);
        return S.ScaleB(power, n);
    }

    /// <summary>e to the power of x is the result times 2ⁿ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power<S, V>(V x, out V n)
        where S : ISimd<V>
        where V : struct
    {
        // x = n·ln 2 + r with |r| ≤ ½ ln 2; ln 2 in two parts, of which the first times n is exact.
        V shift = S.Create(FloatBits.RoundingShift);
        V shifted = S.FusedMultiplyAdd(x, S.Create(1.44269504f), shift);
        n = S.Subtract(shifted, shift);
        V r = S.FusedMultiplyAdd(n, S.Create(-0.693359375f), x);
        r = S.FusedMultiplyAdd(n, S.Create(2.12194440e-4f), r);

        // eʳ = 1 + r + r²·q(r).
        V q = S.Create(0.00138144963f);
        q = S.FusedMultiplyAdd(q, r, S.Create(0.00836877991f));
        q = S.FusedMultiplyAdd(q, r, S.Create(0.0416683927f));
        q = S.FusedMultiplyAdd(q, r, S.Create(0.166665196f));
        q = S.FusedMultiplyAdd(q, r, S.Create(0.49999994f));
        V square = S.Multiply(r, r);
        V powerLessOne = S.FusedMultiplyAdd(square, q, r);
        return S.Add(powerLessOne, S.One);
    }
}
