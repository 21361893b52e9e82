using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of x: -∞ at 0, NaN below.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 1.5 · 10⁻⁷ of the exact value, denormal arguments included.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Log(new Float512(x)).Value;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Log(new Float256(x)).Value;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Log(new Float128(x)).Value;

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Log(new Float32(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T>(T x)
        where T : struct, IFloatVector<T>
    {
        // A denormal number is scaled into the normal range, where mantissa and exponent can be read off.
        T smallestNormal = T.Create(1.17549435e-38f);
        T normal = T.SelectLess(x, smallestNormal, x * T.Create(8388608f), x);
        T exponent = T.Exponent(normal) - T.SelectLess(x, smallestNormal, T.Create(23f), T.Create(0f));

        // ln(1 + f) = f - f²/2 + f³·q(f) for √½ ≤ 1 + f < √2.
        T f = T.Mantissa(normal) - T.Create(1f);
        T q = T.Create(0.0673620701f);
        q = T.MultiplyAdd(q, f, T.Create(-0.115457542f));
        q = T.MultiplyAdd(q, f, T.Create(0.118184403f));
        q = T.MultiplyAdd(q, f, T.Create(-0.124244668f));
        q = T.MultiplyAdd(q, f, T.Create(0.142329216f));
        q = T.MultiplyAdd(q, f, T.Create(-0.166672811f));
        q = T.MultiplyAdd(q, f, T.Create(0.200013161f));
        q = T.MultiplyAdd(q, f, T.Create(-0.250000149f));
        q = T.MultiplyAdd(q, f, T.Create(0.333333284f));
        T square = f * f;

        // The small terms are added first; ln 2 in two parts, of which the first times the exponent is exact.
        T rest = T.MultiplyAdd(square * f, q, exponent * T.Create(-2.12194440e-4f));
        rest = T.MultiplyAdd(square, T.Create(-0.5f), rest);
        T result = T.MultiplyAdd(exponent, T.Create(0.693359375f), rest + f);

        result = T.SelectLess(x, T.Create(float.Epsilon), T.Create(float.NegativeInfinity), result);
        result = T.SelectLess(x, T.Create(0f), T.Create(float.NaN), result);
        return T.SelectLess(x, T.Create(float.PositiveInfinity), result, x);
    }
}
