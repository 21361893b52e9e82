using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + x, exact for small x too: -∞ at -1, NaN below.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 3 · 10⁻⁷ of the exact value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x) => Log1p(new Float512(x)).Value;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x) => Log1p(new Float256(x)).Value;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x) => Log1p(new Float128(x)).Value;

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1p(float x) => Log1p(new Float32(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log1p<T>(T x)
        where T : struct, IFloatVector<T>
    {
        // u is 1 + x as rounded; what rounding took away, x - (u - 1), changes the logarithm by its part of u.
        T one = T.Create(1f);
        T u = one + x;
        T lost = (x - (u - one)) / u;
        lost = T.SelectLess(T.Create(0f), u, lost, T.Create(0f));
        lost = T.SelectLess(u, T.Create(float.PositiveInfinity), lost, T.Create(0f));
        T result = Log(u) + lost;

        // Below half a unit of 1 the function is its argument, sign of zero included.
        return T.SelectLess(T.Abs(x), T.Create(5.96e-8f), x, result);
    }
}
