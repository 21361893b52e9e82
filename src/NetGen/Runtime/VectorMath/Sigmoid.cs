using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The logistic function 1 / (1 + e⁻ˣ): 0 at -∞, 1 at ∞.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 3 · 10⁻⁷ of the exact value, denormal results excepted.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Sigmoid<Simd512, Vector512<float>>(x);

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Sigmoid<Simd256, Vector256<float>>(x);

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Sigmoid<Simd128, Vector128<float>>(x);

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x) => Sigmoid<SimdScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid<S, V>(V x)
        where S : ISimd<V>
        where V : struct
    {
        // With e = e^-|x|, which does not overflow: 1 / (1 + e) on the right, e / (1 + e) on the left.
        V magnitude = S.Abs(x);
        V e = Exp<S, V>(S.Subtract(S.Zero, magnitude));
        V numerator = S.SelectGreater(S.Zero, x, e, S.One);
        return S.Divide(numerator, S.Add(S.One, e));
    }
}
