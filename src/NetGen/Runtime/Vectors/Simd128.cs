using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Vectors of 4 floats (SSE; on ARM the widest, with 32 registers). The multiply-add is fused only where the machine has it: elsewhere a
/// fused one is a routine in software.
/// </summary>
[CLSCompliant(false)]
public readonly struct Simd128 : ISimd<Vector128<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 4;

    /// <inheritdoc/>
    public static int Registers => AdvSimd.Arm64.IsSupported ? 32 : 16;

    /// <inheritdoc/>
    public static Vector128<float> Zero => Vector128<float>.Zero;

    /// <inheritdoc/>
    public static Vector128<float> One => Vector128<float>.One;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Create(float value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source) =>
        Unsafe.ReadUnaligned<Vector128<float>>(ref Unsafe.As<float, byte>(ref source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> left, Vector128<float> right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> left, Vector128<float> right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Negate(Vector128<float> value) =>
        PackedSimd.IsSupported ? WasmVector.Negate(value) : -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        PackedSimd.IsSupported ? (left * right) + addend : Vector128.MultiplyAddEstimate(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(ref float left, Vector128<float> right, Vector128<float> addend) =>
        PackedSimd.IsSupported
            ? (Vector128.Create(left) * right) + addend
            : Vector128.MultiplyAddEstimate(Vector128.Create(left), right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Scale(float factor, Vector128<float> value) => Vector128.Create(factor) * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Add(Vector128<float> value, ref float addend) =>
        value + Vector128.LoadUnsafe(ref addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.ScaleAndShift(Vector128<float> value, ref float scale, ref float shift) =>
        (value * Vector128.LoadUnsafe(ref scale)) + Vector128.LoadUnsafe(ref shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISimd<Vector128<float>>.AddAndSubtract(
        Vector128<float> left, Vector128<float> right, out Vector128<float> sum, out Vector128<float> difference)
    {
        sum = left + right;
        difference = left - right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Axpy(float factor, Vector128<float> value, Vector128<float> addend) =>
        PackedSimd.IsSupported
            ? (Vector128.Create(factor) * value) + addend
            : Vector128.MultiplyAddEstimate(Vector128.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.AxpyOfSum(
        float factor, Vector128<float> value, Vector128<float> left, Vector128<float> right) =>
        MultiplyAdd(Vector128.Create(factor), value, left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.ScaledAxpy(
        float scale, float factor, Vector128<float> value, Vector128<float> addend) =>
        Vector128.Create(scale) * MultiplyAdd(Vector128.Create(factor), value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Add(
        Vector128<float> first, Vector128<float> second, Vector128<float> third) => first + second + third;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) => X86Base.IsSupported
        ? Vector128.ConditionalSelect(Vector128.Equals(right, right), Vector128.MaxNative(right, left), right)
        : PackedSimd.IsSupported
        ? Vector128.ConditionalSelect(Vector128.Equals(right, right), WasmVector.MaxNative(right, left), right)
        : Vector128.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => Sse.IsSupported
        ? Vector128.ConditionalSelect(Sse.CompareUnordered(b, c) | Sse.CompareUnordered(d, d), Vector128.Create(float.NaN),
            Vector128.MaxNative(d, Vector128.MaxNative(c, Vector128.MaxNative(b, a))))
        : Max(Max(Max(a, b), c), d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) => X86Base.IsSupported
        ? Vector128.ConditionalSelect(Vector128.Equals(right, right), Vector128.MinNative(right, left), right)
        : PackedSimd.IsSupported
        ? Vector128.ConditionalSelect(Vector128.Equals(right, right), WasmVector.MinNative(right, left), right)
        : Vector128.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ClampMin(Vector128<float> value, Vector128<float> min) =>
        X86Base.IsSupported ? Vector128.MaxNative(min, value)
        : PackedSimd.IsSupported ? WasmVector.MaxNative(min, value)
        : Vector128.Max(min, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ClampMax(Vector128<float> value, Vector128<float> max) =>
        X86Base.IsSupported ? Vector128.MinNative(max, value)
        : PackedSimd.IsSupported ? WasmVector.MinNative(max, value)
        : Vector128.Min(max, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectGreaterOrNaN(
        Vector128<float> value, Vector128<float> max, Vector128<float> then, Vector128<float> otherwise) => Avx512F.VL.IsSupported
        ? Vector128.ConditionalSelect(
            Vector128.Equals(value, value), Vector128.ConditionalSelect(Vector128.GreaterThan(value, max), then, otherwise), then)
        : PackedSimd.IsSupported
        ? Vector128.ConditionalSelect(WasmVector.GreaterThan(value, max) | ~Vector128.Equals(value, value), then, otherwise)
        : Vector128.ConditionalSelect(Vector128.GreaterThan(value, max) | ~Vector128.Equals(value, value), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectGreater(Vector128<float> left, Vector128<float> right, Vector128<float> then,
        Vector128<float> otherwise) => PackedSimd.IsSupported
        ? Vector128.ConditionalSelect(WasmVector.GreaterThan(left, right), then, otherwise)
        : Vector128.ConditionalSelect(Vector128.GreaterThan(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectEqual(
        Vector128<float> left, Vector128<float> right, Vector128<float> then, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(Vector128.Equals(left, right), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectFirst(int count, Vector128<float> then, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle(), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> IsLabel(int label, int first) =>
        Vector128.ConditionalSelect(Vector128.Equals(Vector128.Create(label), Vector128.CreateSequence(first, 1)).AsSingle(),
            Vector128<float>.One, Vector128<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MarksOf(Vector128<float> value, Vector128<float> index, Vector128<float> wanted) =>
        Vector128.AndNot(Vector128.Equals(index, wanted), Vector128.Equals(value, Vector128<float>.Zero)).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> value) => PackedSimd.IsSupported ? WasmVector.Sum(value) : Vector128.Sum(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfLanes(Vector128<float> value) => VectorMath.MaxOfLanes(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sqrt(Vector128<float> value) =>
        PackedSimd.IsSupported ? WasmVector.Sqrt(value) : Vector128.Sqrt(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Abs(Vector128<float> value) =>
        PackedSimd.IsSupported ? WasmVector.Abs(value) : Vector128.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> value) => VectorMath.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> value) => VectorMath.Log(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> value) => VectorMath.Log1p(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> value) => VectorMath.Tanh(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> value) => VectorMath.Sigmoid(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> value) => VectorMath.Erf(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Keep(uint key, uint index, uint threshold) => DropoutMask.Keep128(key, index, threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Draw(uint key, uint index) => DropoutMask.Draw128(key, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.FusedMultiplyAdd(
        Vector128<float> left, Vector128<float> right, Vector128<float> addend) => PackedSimd.IsSupported
        ? WasmVector.FusedMultiplyAdd(left, right, addend)
        : Vector128.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.CopySign(Vector128<float> magnitude, Vector128<float> sign) =>
        Vector128.CopySign(magnitude, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.PowerOfTwo(Vector128<float> exponent)
    {
        Vector128<int> shifted = (exponent + Vector128.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return (shifted + Vector128.Create(FloatBits.One)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.ScaleB(Vector128<float> value, Vector128<float> n) =>
        PowersOfTwo.Scaled<Simd128, Vector128<float>>(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Mantissa(Vector128<float> value)
    {
        Vector128<int> root = Vector128.Create(FloatBits.RootOfHalf);
        Vector128<int> mantissa = (value.AsInt32() - root) & Vector128.Create(FloatBits.MantissaMask);
        return (mantissa + root).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ISimd<Vector128<float>>.Exponent(Vector128<float> value)
    {
        Vector128<int> exponent = (value.AsInt32() - Vector128.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth;
        return PackedSimd.IsSupported ? WasmVector.ConvertToSingle(exponent) : Vector128.ConvertToSingle(exponent);
    }
}
