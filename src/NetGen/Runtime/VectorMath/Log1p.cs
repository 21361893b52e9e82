using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + x, exact for small x too: -∞ at -1, NaN below.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 3 · 10⁻⁷ of the exact value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x) => Log1p<Simd512, Vector512<float>>(x);

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x) => Log1p<Simd256, Vector256<float>>(x);

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x) => Log1p<Simd128, Vector128<float>>(x);

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1p(float x) => Log1p<SimdScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log1p<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        // u is 1 + x as rounded; what rounding took away, x - (u - 1), changes the logarithm by its part of u.
        V u = S.Add(S.One, x);
        V added = S.Subtract(u, S.One);
        V lost = S.Divide(S.Subtract(x, added), u);
        lost = S.SelectGreater(u, S.Zero, lost, S.Zero);
        lost = S.SelectGreater(S.Create(float.PositiveInfinity), u, lost, S.Zero);
        V result = S.Add(Log<S, V>(u), lost);

        // Below half a unit of 1 the function is its argument, sign of zero included.
        return S.SelectGreater(S.Create(5.96e-8f), S.Abs(x), x, result);
    }
}
