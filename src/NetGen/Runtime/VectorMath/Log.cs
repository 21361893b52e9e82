using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of x: -∞ at 0, NaN below.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 1.5 · 10⁻⁷ of the exact value, denormal arguments included.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Log<Simd512, Vector512<float>>(x);

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Log<Simd256, Vector256<float>>(x);

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Log<Simd128, Vector128<float>>(x);

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Log<SimdScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        // A denormal number is scaled into the normal range, where mantissa and exponent can be read off.
        V smallestNormal = S.Create(1.17549435e-38f);
        V scaled = S.Multiply(x, S.Create(8388608f));
        V normal = S.SelectGreater(smallestNormal, x, scaled, x);
        V scale = S.SelectGreater(smallestNormal, x, S.Create(23f), S.Zero);
        V exponent = S.Subtract(S.Exponent(normal), scale);

        // ln(1 + f) = f - f²/2 + f³·q(f) for √½ ≤ 1 + f < √2.
        V f = S.Subtract(S.Mantissa(normal), S.One);
        V q = S.Create(0.0673620701f);
        q = S.FusedMultiplyAdd(q, f, S.Create(-0.115457542f));
        q = S.FusedMultiplyAdd(q, f, S.Create(0.118184403f));
        q = S.FusedMultiplyAdd(q, f, S.Create(-0.124244668f));
        q = S.FusedMultiplyAdd(q, f, S.Create(0.142329216f));
        q = S.FusedMultiplyAdd(q, f, S.Create(-0.166672811f));
        q = S.FusedMultiplyAdd(q, f, S.Create(0.200013161f));
        q = S.FusedMultiplyAdd(q, f, S.Create(-0.250000149f));
        q = S.FusedMultiplyAdd(q, f, S.Create(0.333333284f));
        V square = S.Multiply(f, f);
        V cube = S.Multiply(square, f);

        // The small terms are added first; ln 2 in two parts, of which the first times the exponent is exact.
        V rest = S.Multiply(exponent, S.Create(-2.12194440e-4f));
        rest = S.FusedMultiplyAdd(cube, q, rest);
        rest = S.FusedMultiplyAdd(square, S.Create(-0.5f), rest);
        rest = S.Add(rest, f);
        V result = S.FusedMultiplyAdd(exponent, S.Create(0.693359375f), rest);

        result = S.SelectGreater(S.Create(float.Epsilon), x, S.Create(float.NegativeInfinity), result);
        result = S.SelectGreater(S.Zero, x, S.Create(float.NaN), result);
        return S.SelectGreater(S.Create(float.PositiveInfinity), x, result, x);
    }
}
