using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <content>
/// Maxima and minima; <see cref="Simd512"/> and its sisters compute those of vectors. NaN goes through all of them, as in PyTorch.
/// Processors differ: the maximum of ARM (FMAX) is NaN where either operand is; that of x86 (MAXPS) is its second operand where either
/// is NaN, so that NaN in the first is lost. There one more comparison and selection bring it back, and take less time than what
/// <c>Vector256.Max</c> does for the sign of 0; two selections are faster than one by two masks where AVX-512 has registers for masks.
/// Where one operand is known to be a number, it goes first, and the instruction alone will do; of four values the innermost goes
/// through as a second operand, and one comparison asks two others at once.
/// </content>
public static partial class VectorMath
{
    /// <summary>The larger; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float left, float right) => right > left || float.IsNaN(right) ? right : left;

    /// <summary>The largest of four; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b, float c, float d) => Max(Max(Max(a, b), c), d);

    /// <summary>The smaller; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float left, float right) => right < left || float.IsNaN(right) ? right : left;

    /// <summary>The value, but at least <paramref name="min"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClampMin(float value, float min) => min > value ? min : value;

    /// <summary>The value, but at most <paramref name="max"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClampMax(float value, float max) => max < value ? max : value;

    /// <summary>
    /// <paramref name="then"/> where the value is greater than <paramref name="max"/>, or NaN; else <paramref name="otherwise"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectGreaterOrNaN(float value, float max, float then, float otherwise) =>
        value > max || float.IsNaN(value) ? then : otherwise;

    /// <summary>The larger in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) => Simd128.Max(left, right);

    /// <summary>The largest of four in each lane, as of a window of 2×2; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) =>
        Simd128.Max(a, b, c, d);

    /// <summary>The smaller in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) => Simd128.Min(left, right);

    /// <summary>The value, but at least <paramref name="min"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ClampMin(Vector128<float> value, Vector128<float> min) => Simd128.ClampMin(value, min);

    /// <summary>The value, but at most <paramref name="max"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ClampMax(Vector128<float> value, Vector128<float> max) => Simd128.ClampMax(value, max);

    /// <summary>
    /// <paramref name="then"/> in the lanes where the value is greater than <paramref name="max"/>, or NaN; else
    /// <paramref name="otherwise"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectGreaterOrNaN(
        Vector128<float> value, Vector128<float> max, Vector128<float> then, Vector128<float> otherwise) =>
        Simd128.SelectGreaterOrNaN(value, max, then, otherwise);

    /// <summary>The larger in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) => Simd256.Max(left, right);

    /// <summary>The largest of four in each lane, as of a window of 2×2; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) =>
        Simd256.Max(a, b, c, d);

    /// <summary>The smaller in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) => Simd256.Min(left, right);

    /// <summary>The value, but at least <paramref name="min"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ClampMin(Vector256<float> value, Vector256<float> min) => Simd256.ClampMin(value, min);

    /// <summary>The value, but at most <paramref name="max"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ClampMax(Vector256<float> value, Vector256<float> max) => Simd256.ClampMax(value, max);

    /// <summary>
    /// <paramref name="then"/> in the lanes where the value is greater than <paramref name="max"/>, or NaN; else
    /// <paramref name="otherwise"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectGreaterOrNaN(
        Vector256<float> value, Vector256<float> max, Vector256<float> then, Vector256<float> otherwise) =>
        Simd256.SelectGreaterOrNaN(value, max, then, otherwise);

    /// <summary>The larger in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) => Simd512.Max(left, right);

    /// <summary>The largest of four in each lane, as of a window of 2×2; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        Simd512.Max(a, b, c, d);

    /// <summary>The smaller in each lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) => Simd512.Min(left, right);

    /// <summary>The value, but at least <paramref name="min"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ClampMin(Vector512<float> value, Vector512<float> min) => Simd512.ClampMin(value, min);

    /// <summary>The value, but at most <paramref name="max"/>, which is a number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ClampMax(Vector512<float> value, Vector512<float> max) => Simd512.ClampMax(value, max);

    /// <summary>
    /// <paramref name="then"/> in the lanes where the value is greater than <paramref name="max"/>, or NaN; else
    /// <paramref name="otherwise"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectGreaterOrNaN(
        Vector512<float> value, Vector512<float> max, Vector512<float> then, Vector512<float> otherwise) =>
        Simd512.SelectGreaterOrNaN(value, max, then, otherwise);
}
