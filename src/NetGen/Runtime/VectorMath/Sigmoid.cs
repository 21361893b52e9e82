using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class VectorMath
{
    /// <summary>The logistic function 1 / (1 + e⁻ˣ): 0 at -∞, 1 at ∞.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Within 3 · 10⁻⁷ of the exact value, denormal results excepted.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Sigmoid(new Float512(x)).Value;

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Sigmoid(new Float256(x)).Value;

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Sigmoid(new Float128(x)).Value;

    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x) => Sigmoid(new Float32(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sigmoid<T>(T x)
        where T : struct, IFloatVector<T>
    {
        // With e = e^-|x|, which does not overflow: 1 / (1 + e) on the right, e / (1 + e) on the left.
        T one = T.Create(1f);
        T magnitude = T.Abs(x);
        T e = Exp(T.Create(0f) - magnitude);
        return T.SelectLess(x, T.Create(0f), e, one) / (one + e);
    }
}
