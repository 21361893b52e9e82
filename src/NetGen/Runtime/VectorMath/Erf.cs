using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The error function 2/√π · ∫₀ˣ e^(-t²) dt: -1 at -∞, 1 at ∞.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 3.5 · 10⁻⁷ of the exact value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => Erf<Simd512, Vector512<float>>(x);

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => Erf<Simd256, Vector256<float>>(x);

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x) => Erf<Simd128, Vector128<float>>(x);

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Erf(float x) => Erf<SimdScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erf<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        // x · p(x²) / q(x²) as far as the result is not 1 in single precision; rounding must not lead beyond 1.
        V bounded = S.ClampMax(S.ClampMin(x, S.Create(-3.92f)), S.Create(3.92f));
        V square = S.Multiply(bounded, bounded);
        V p = S.Create(2.050086e-06f);
        p = S.FusedMultiplyAdd(p, square, S.Create(0.00028488366f));
        p = S.FusedMultiplyAdd(p, square, S.Create(0.0037656457f));
        p = S.FusedMultiplyAdd(p, square, S.Create(0.052748814f));
        p = S.FusedMultiplyAdd(p, square, S.Create(0.1904071f));
        p = S.FusedMultiplyAdd(p, square, S.Create(1.1283791f));
        V q = S.Create(3.809175e-05f);
        q = S.FusedMultiplyAdd(q, square, S.Create(0.001162543f));
        q = S.FusedMultiplyAdd(q, square, S.Create(0.0149692735f));
        q = S.FusedMultiplyAdd(q, square, S.Create(0.114109375f));
        q = S.FusedMultiplyAdd(q, square, S.Create(0.5020766f));
        q = S.FusedMultiplyAdd(q, square, S.One);
        V quotient = S.Divide(S.Multiply(bounded, p), q);
        return S.ClampMax(S.ClampMin(quotient, S.Create(-1f)), S.One);
    }
}
