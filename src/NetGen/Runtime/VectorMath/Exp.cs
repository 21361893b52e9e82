using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Elementary functions for vectors of each width and single floats, correct to a few units in the last place over the whole range.</summary>
/// <remarks>
/// Each function has one formula for all widths; a lane has the same bits at each of them. Infinities, zeros, denormals and NaN come out as the
/// function's limits say. The coefficients are minimax fits made for these intervals, rounded to single precision.
/// </remarks>
public static partial class VectorMath
{
    // ln 2⁻¹²⁶, rounded up: e to this power is still a normal number.
    private const float LowestNormalExponent = -87.33654f;

    /// <summary>e to the power of x: 0 at -∞, ∞ above 88.72.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 1.5 · 10⁻⁷ of the exact value. Below -87.336 the result would be denormal, which makes processors a hundred times slower; it is 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Exp(new Float512(x)).Value;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Exp(new Float256(x)).Value;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Exp(new Float128(x)).Value;

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Exp(new Float32(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T>(T x)
        where T : struct, IFloatVector<T>
    {
        // Beyond these bounds the result is 0 or ∞ in single precision; a NaN passes both comparisons.
        T lowest = T.Create(LowestNormalExponent);
        T power = Power(T.SelectLess(T.Create(89f), x, T.Create(89f), T.SelectLess(x, lowest, lowest, x)));
        return T.SelectLess(x, lowest, T.Create(0f), power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Power<T>(T x)
        where T : struct, IFloatVector<T>
    {

        // x = n·ln 2 + r with |r| ≤ ½ ln 2; ln 2 in two parts, of which the first times n is exact.
        T shift = T.Create(FloatBits.RoundingShift);
        T n = T.MultiplyAdd(x, T.Create(1.44269504f), shift) - shift;
        T r = T.MultiplyAdd(n, T.Create(-0.693359375f), x);
        r = T.MultiplyAdd(n, T.Create(2.12194440e-4f), r);

        // eʳ = 1 + r + r²·q(r).
        T q = T.Create(0.00138144963f);
        q = T.MultiplyAdd(q, r, T.Create(0.00836877991f));
        q = T.MultiplyAdd(q, r, T.Create(0.0416683927f));
        q = T.MultiplyAdd(q, r, T.Create(0.166665196f));
        q = T.MultiplyAdd(q, r, T.Create(0.49999994f));
        T power = T.MultiplyAdd(r * r, q, r) + T.Create(1f);

        return T.Scale(power, n);
    }
}
