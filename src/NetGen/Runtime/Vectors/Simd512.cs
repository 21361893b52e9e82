using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Vectors of 16 floats (AVX-512).</summary>
[CLSCompliant(false)]
public readonly struct Simd512 : ISimd<Vector512<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 16;

    /// <inheritdoc/>
    public static int Registers => 32;

    /// <inheritdoc/>
    public static Vector512<float> Zero => Vector512<float>.Zero;

    /// <inheritdoc/>
    public static Vector512<float> One => Vector512<float>.One;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source) => Vector512.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> left, Vector512<float> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Negate(Vector512<float> value) => -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(ref float left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(left), right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Scale(float factor, Vector512<float> value) => Vector512.Create(factor) * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Add(Vector512<float> value, ref float addend) =>
        value + Vector512.LoadUnsafe(ref addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.ScaleAndShift(Vector512<float> value, ref float scale, ref float shift) =>
        (value * Vector512.LoadUnsafe(ref scale)) + Vector512.LoadUnsafe(ref shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISimd<Vector512<float>>.AddAndSubtract(
        Vector512<float> left, Vector512<float> right, out Vector512<float> sum, out Vector512<float> difference)
    {
        sum = left + right;
        difference = left - right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Axpy(float factor, Vector512<float> value, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.AxpyOfSum(
        float factor, Vector512<float> value, Vector512<float> left, Vector512<float> right) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(factor), value, left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.ScaledAxpy(
        float scale, float factor, Vector512<float> value, Vector512<float> addend) =>
        Vector512.Create(scale) * Vector512.FusedMultiplyAdd(Vector512.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Add(
        Vector512<float> first, Vector512<float> second, Vector512<float> third) => first + second + third;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) => X86Base.IsSupported
        ? Vector512.ConditionalSelect(Vector512.Equals(right, right), Vector512.MaxNative(right, left), right)
        : Vector512.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        Avx512F.IsSupported
        ? Vector512.ConditionalSelect(Avx512F.CompareUnordered(b, c) | Avx512F.CompareUnordered(d, d), Vector512.Create(float.NaN),
            Vector512.MaxNative(d, Vector512.MaxNative(c, Vector512.MaxNative(b, a))))
        : Max(Max(Max(a, b), c), d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) => X86Base.IsSupported
        ? Vector512.ConditionalSelect(Vector512.Equals(right, right), Vector512.MinNative(right, left), right)
        : Vector512.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ClampMin(Vector512<float> value, Vector512<float> min) =>
        X86Base.IsSupported ? Vector512.MaxNative(min, value) : Vector512.Max(min, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ClampMax(Vector512<float> value, Vector512<float> max) =>
        X86Base.IsSupported ? Vector512.MinNative(max, value) : Vector512.Min(max, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectGreaterOrNaN(
        Vector512<float> value, Vector512<float> max, Vector512<float> then, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.Equals(value, value), Vector512.ConditionalSelect(Vector512.GreaterThan(value, max), then, otherwise), then);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectGreater(Vector512<float> left, Vector512<float> right, Vector512<float> then,
        Vector512<float> otherwise) => Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectEqual(
        Vector512<float> left, Vector512<float> right, Vector512<float> then, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectFirst(int count, Vector512<float> then, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IsLabel(int label, int first) =>
        Vector512.ConditionalSelect(Vector512.Equals(Vector512.Create(label), Vector512.CreateSequence(first, 1)).AsSingle(),
            Vector512<float>.One, Vector512<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MarksOf(Vector512<float> value, Vector512<float> index, Vector512<float> wanted) =>
        Vector512.AndNot(Vector512.Equals(index, wanted), Vector512.Equals(value, Vector512<float>.Zero)).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> value) => Vector512.Sum(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfLanes(Vector512<float> value) => VectorMath.MaxOfLanes(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> value) => Vector512.Sqrt(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> value) => Vector512.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> value) => VectorMath.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> value) => VectorMath.Log(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> value) => VectorMath.Log1p(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> value) => VectorMath.Tanh(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> value) => VectorMath.Sigmoid(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> value) => VectorMath.Erf(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Keep(uint key, uint index, uint threshold) => DropoutMask.Keep512(key, index, threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Draw(uint key, uint index) => DropoutMask.Draw512(key, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.FusedMultiplyAdd(
        Vector512<float> left, Vector512<float> right, Vector512<float> addend) => Vector512.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.CopySign(Vector512<float> magnitude, Vector512<float> sign) =>
        Vector512.CopySign(magnitude, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.PowerOfTwo(Vector512<float> exponent)
    {
        Vector512<int> shifted = (exponent + Vector512.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return (shifted + Vector512.Create(FloatBits.One)).AsSingle();
    }

    // The same bits in one instruction, where the processor has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.ScaleB(Vector512<float> value, Vector512<float> n) =>
        Avx512F.IsSupported ? Avx512F.Scale(value, n) : PowersOfTwo.Scaled<Simd512, Vector512<float>>(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Mantissa(Vector512<float> value)
    {
        Vector512<int> root = Vector512.Create(FloatBits.RootOfHalf);
        Vector512<int> mantissa = (value.AsInt32() - root) & Vector512.Create(FloatBits.MantissaMask);
        return (mantissa + root).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ISimd<Vector512<float>>.Exponent(Vector512<float> value)
    {
        Vector512<int> exponent = (value.AsInt32() - Vector512.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth;
        return Vector512.ConvertToSingle(exponent);
    }
}
