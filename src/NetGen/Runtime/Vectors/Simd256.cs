using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Vectors of 8 floats (AVX2 with FMA).</summary>
[CLSCompliant(false)]
public readonly struct Simd256 : ISimd<Vector256<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 8;

    /// <inheritdoc/>
    public static int Registers => 16;

    /// <inheritdoc/>
    public static Vector256<float> Zero => Vector256<float>.Zero;

    /// <inheritdoc/>
    public static Vector256<float> One => Vector256<float>.One;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source) => Vector256.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> left, Vector256<float> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Negate(Vector256<float> value) => -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Vector256.FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(ref float left, Vector256<float> right, Vector256<float> addend) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(left), right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Scale(float factor, Vector256<float> value) => Vector256.Create(factor) * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Add(Vector256<float> value, ref float addend) =>
        value + Vector256.LoadUnsafe(ref addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.ScaleAndShift(Vector256<float> value, ref float scale, ref float shift) =>
        (value * Vector256.LoadUnsafe(ref scale)) + Vector256.LoadUnsafe(ref shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISimd<Vector256<float>>.AddAndSubtract(
        Vector256<float> left, Vector256<float> right, out Vector256<float> sum, out Vector256<float> difference)
    {
        sum = left + right;
        difference = left - right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Axpy(float factor, Vector256<float> value, Vector256<float> addend) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.AxpyOfSum(
        float factor, Vector256<float> value, Vector256<float> left, Vector256<float> right) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(factor), value, left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.ScaledAxpy(
        float scale, float factor, Vector256<float> value, Vector256<float> addend) =>
        Vector256.Create(scale) * Vector256.FusedMultiplyAdd(Vector256.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Add(
        Vector256<float> first, Vector256<float> second, Vector256<float> third) => first + second + third;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) => X86Base.IsSupported
        ? Vector256.ConditionalSelect(Vector256.Equals(right, right), Vector256.MaxNative(right, left), right)
        : Vector256.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => Avx.IsSupported
        ? Vector256.ConditionalSelect(Avx.CompareUnordered(b, c) | Avx.CompareUnordered(d, d), Vector256.Create(float.NaN),
            Vector256.MaxNative(d, Vector256.MaxNative(c, Vector256.MaxNative(b, a))))
        : Max(Max(Max(a, b), c), d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) => X86Base.IsSupported
        ? Vector256.ConditionalSelect(Vector256.Equals(right, right), Vector256.MinNative(right, left), right)
        : Vector256.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ClampMin(Vector256<float> value, Vector256<float> min) =>
        X86Base.IsSupported ? Vector256.MaxNative(min, value) : Vector256.Max(min, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ClampMax(Vector256<float> value, Vector256<float> max) =>
        X86Base.IsSupported ? Vector256.MinNative(max, value) : Vector256.Min(max, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectGreaterOrNaN(
        Vector256<float> value, Vector256<float> max, Vector256<float> then, Vector256<float> otherwise) => Avx512F.VL.IsSupported
        ? Vector256.ConditionalSelect(
            Vector256.Equals(value, value), Vector256.ConditionalSelect(Vector256.GreaterThan(value, max), then, otherwise), then)
        : Vector256.ConditionalSelect(Vector256.GreaterThan(value, max) | ~Vector256.Equals(value, value), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectGreater(Vector256<float> left, Vector256<float> right, Vector256<float> then,
        Vector256<float> otherwise) => Vector256.ConditionalSelect(Vector256.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectEqual(
        Vector256<float> left, Vector256<float> right, Vector256<float> then, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectFirst(int count, Vector256<float> then, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> IsLabel(int label, int first) =>
        Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create(label), Vector256.CreateSequence(first, 1)).AsSingle(),
            Vector256<float>.One, Vector256<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MarksOf(Vector256<float> value, Vector256<float> index, Vector256<float> wanted) =>
        Vector256.AndNot(Vector256.Equals(index, wanted), Vector256.Equals(value, Vector256<float>.Zero)).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> value) => Vector256.Sum(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfLanes(Vector256<float> value) => VectorMath.MaxOfLanes(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sqrt(Vector256<float> value) => Vector256.Sqrt(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Abs(Vector256<float> value) => Vector256.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> value) => VectorMath.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> value) => VectorMath.Log(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> value) => VectorMath.Log1p(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> value) => VectorMath.Tanh(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> value) => VectorMath.Sigmoid(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> value) => VectorMath.Erf(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Keep(uint key, uint index, uint threshold) => DropoutMask.Keep256(key, index, threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Draw(uint key, uint index) => DropoutMask.Draw256(key, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.FusedMultiplyAdd(
        Vector256<float> left, Vector256<float> right, Vector256<float> addend) => Vector256.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.CopySign(Vector256<float> magnitude, Vector256<float> sign) =>
        Vector256.CopySign(magnitude, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.PowerOfTwo(Vector256<float> exponent)
    {
        Vector256<int> shifted = (exponent + Vector256.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return (shifted + Vector256.Create(FloatBits.One)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.ScaleB(Vector256<float> value, Vector256<float> n) =>
        PowersOfTwo.Scaled<Simd256, Vector256<float>>(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Mantissa(Vector256<float> value)
    {
        Vector256<int> root = Vector256.Create(FloatBits.RootOfHalf);
        Vector256<int> mantissa = (value.AsInt32() - root) & Vector256.Create(FloatBits.MantissaMask);
        return (mantissa + root).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ISimd<Vector256<float>>.Exponent(Vector256<float> value)
    {
        Vector256<int> exponent = (value.AsInt32() - Vector256.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth;
        return Vector256.ConvertToSingle(exponent);
    }
}
