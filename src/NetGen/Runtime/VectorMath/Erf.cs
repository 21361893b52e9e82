using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The error function 2/√π · ∫₀ˣ e^(-t²) dt: -1 at -∞, 1 at ∞.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 2.5 · 10⁻⁷ of the exact value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => Erf(new Float512(x)).Value;

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => Erf(new Float256(x)).Value;

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x) => Erf(new Float128(x)).Value;

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Erf(float x) => Erf(new Float32(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Erf<T>(T x)
        where T : struct, IFloatVector<T>
    {
        T magnitude = T.Abs(x);

        // Near zero: x + x·q(x²).
        T square = x * x;
        T q = T.Create(8.8362809e-05f);
        q = T.MultiplyAdd(q, square, T.Create(-0.000824429619f));
        q = T.MultiplyAdd(q, square, T.Create(0.00520929927f));
        q = T.MultiplyAdd(q, square, T.Create(-0.0268624816f));
        q = T.MultiplyAdd(q, square, T.Create(0.112837471f));
        q = T.MultiplyAdd(q, square, T.Create(-0.376126379f));
        q = T.MultiplyAdd(q, square, T.Create(0.128379166f));
        T near = T.MultiplyAdd(q, x, x);

        // Elsewhere: 1 - e^(-x·p(x)); from 4 on the result is 1 in single precision.
        T bounded = T.SelectLess(T.Create(4f), magnitude, T.Create(4f), magnitude);
        T p = T.Create(4.86770341e-06f);
        p = T.MultiplyAdd(p, bounded, T.Create(-4.62875832e-05f));
        p = T.MultiplyAdd(p, bounded, T.Create(-3.88996414e-05f));
        p = T.MultiplyAdd(p, bounded, T.Create(0.00288335723f));
        p = T.MultiplyAdd(p, bounded, T.Create(-0.0225739349f));
        p = T.MultiplyAdd(p, bounded, T.Create(0.105147541f));
        p = T.MultiplyAdd(p, bounded, T.Create(0.635693491f));
        p = T.MultiplyAdd(p, bounded, T.Create(1.12853539f));
        T far = T.Create(1f) - Exp(T.Create(0f) - (p * bounded));
        return T.SelectLess(magnitude, T.Create(0.85f), near, T.CopySign(far, x));
    }
}
