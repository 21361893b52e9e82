using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NetGen.Runtime;

/// <summary>
/// Vectors of 2 floats: half a register of ARM. Elsewhere .NET computes them one float after the other.
/// </summary>
[CLSCompliant(false)]
public readonly struct Simd64 : ISimd<Vector64<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 2;

    /// <inheritdoc/>
    public static int Registers => AdvSimd.Arm64.IsSupported ? 32 : 16;

    /// <inheritdoc/>
    public static Vector64<float> Zero => Vector64<float>.Zero;

    /// <inheritdoc/>
    public static Vector64<float> One => Vector64<float>.One;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Create(float value) => Vector64.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Load(ref float source) => Vector64.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector64<float> value, ref float destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Add(Vector64<float> left, Vector64<float> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Subtract(Vector64<float> left, Vector64<float> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Multiply(Vector64<float> left, Vector64<float> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Divide(Vector64<float> left, Vector64<float> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Negate(Vector64<float> value) => -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> MultiplyAdd(Vector64<float> left, Vector64<float> right, Vector64<float> addend) =>
        Vector64.MultiplyAddEstimate(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> MultiplyAdd(ref float left, Vector64<float> right, Vector64<float> addend) =>
        Vector64.MultiplyAddEstimate(Vector64.Create(left), right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Max(Vector64<float> left, Vector64<float> right) =>
        SelectGreaterOrNaN(right, left, right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Max(Vector64<float> a, Vector64<float> b, Vector64<float> c, Vector64<float> d) =>
        Max(Max(Max(a, b), c), d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Min(Vector64<float> left, Vector64<float> right) =>
        Vector64.ConditionalSelect(Vector64.LessThan(right, left) | ~Vector64.Equals(right, right), right, left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> ClampMin(Vector64<float> value, Vector64<float> min) => SelectGreater(min, value, min, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> ClampMax(Vector64<float> value, Vector64<float> max) => SelectGreater(value, max, max, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> SelectGreaterOrNaN(Vector64<float> value, Vector64<float> max, Vector64<float> then,
        Vector64<float> otherwise) =>
        Vector64.ConditionalSelect(Vector64.GreaterThan(value, max) | ~Vector64.Equals(value, value), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> SelectGreater(Vector64<float> left, Vector64<float> right, Vector64<float> then,
        Vector64<float> otherwise) => Vector64.ConditionalSelect(Vector64.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> SelectEqual(
        Vector64<float> left, Vector64<float> right, Vector64<float> then, Vector64<float> otherwise) =>
        Vector64.ConditionalSelect(Vector64.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> SelectFirst(int count, Vector64<float> then, Vector64<float> otherwise) =>
        Vector64.ConditionalSelect(Vector64.LessThan(Vector64<int>.Indices, Vector64.Create(count)).AsSingle(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> IsLabel(int label, int first) =>
        Vector64.ConditionalSelect(Vector64.Equals(Vector64.Create(label), Vector64.CreateSequence(first, 1)).AsSingle(),
            Vector64<float>.One, Vector64<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MarksOf(Vector64<float> value, Vector64<float> index, Vector64<float> wanted) =>
        Vector64.AndNot(Vector64.Equals(index, wanted), Vector64.Equals(value, Vector64<float>.Zero)).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector64<float> value) => Vector64.Sum(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfLanes(Vector64<float> value) => VectorMath.Max(value[0], value[1]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Sqrt(Vector64<float> value) => Vector64.Sqrt(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Abs(Vector64<float> value) => Vector64.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Exp(Vector64<float> value) => VectorMath.Exp<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Log(Vector64<float> value) => VectorMath.Log<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Log1p(Vector64<float> value) => VectorMath.Log1p<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Tanh(Vector64<float> value) => VectorMath.Tanh<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Sigmoid(Vector64<float> value) => VectorMath.Sigmoid<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Erf(Vector64<float> value) => VectorMath.Erf<Simd64, Vector64<float>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Keep(uint key, uint index, uint threshold) => DropoutMask.Keep64(key, index, threshold);

    static bool ISimd<Vector64<float>>.IsHardwareAccelerated => Vector64.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.FusedMultiplyAdd(
        Vector64<float> left, Vector64<float> right, Vector64<float> addend) => Vector64.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.CopySign(Vector64<float> magnitude, Vector64<float> sign) =>
        Vector64.CopySign(magnitude, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.PowerOfTwo(Vector64<float> exponent)
    {
        Vector64<int> shifted = (exponent + Vector64.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return (shifted + Vector64.Create(FloatBits.One)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.Scale(Vector64<float> value, Vector64<float> n) =>
        PowersOfTwo.Scaled<Simd64, Vector64<float>>(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.Mantissa(Vector64<float> value)
    {
        Vector64<int> root = Vector64.Create(FloatBits.RootOfHalf);
        Vector64<int> mantissa = (value.AsInt32() - root) & Vector64.Create(FloatBits.MantissaMask);
        return (mantissa + root).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector64<float> ISimd<Vector64<float>>.Exponent(Vector64<float> value)
    {
        Vector64<int> exponent = (value.AsInt32() - Vector64.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth;
        return Vector64.ConvertToSingle(exponent);
    }
}
