using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Vectors of one float, for machines without vectors.</summary>
[CLSCompliant(false)]
public readonly struct SimdScalar : ISimd<float>
{
    /// <inheritdoc/>
    public static int Lanes => 1;

    /// <inheritdoc/>
    public static int Registers => 16;

    /// <inheritdoc/>
    public static float Zero => 0f;

    /// <inheritdoc/>
    public static float One => 1f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Create(float value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(ref float source) => source;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float value, ref float destination) => destination = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Add(float left, float right) => left + right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Subtract(float left, float right) => left - right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Multiply(float left, float right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float left, float right) => left / right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Negate(float value) => -value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float addend) => float.MultiplyAddEstimate(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(ref float left, float right, float addend) => float.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Scale(float factor, float value) => factor * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Add(float value, ref float addend) => value + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.ScaleAndShift(float value, ref float scale, ref float shift) => (value * scale) + shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISimd<float>.AddAndSubtract(float left, float right, out float sum, out float difference)
    {
        sum = left + right;
        difference = left - right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Axpy(float factor, float value, float addend) =>
        float.MultiplyAddEstimate(factor, value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.AxpyOfSum(float factor, float value, float left, float right) =>
        float.MultiplyAddEstimate(factor, value, left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.ScaledAxpy(float scale, float factor, float value, float addend) =>
        scale * float.MultiplyAddEstimate(factor, value, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Add(float first, float second, float third) => first + second + third;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float left, float right) => VectorMath.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b, float c, float d) => VectorMath.Max(a, b, c, d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float left, float right) => VectorMath.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClampMin(float value, float min) => VectorMath.ClampMin(value, min);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ClampMax(float value, float max) => VectorMath.ClampMax(value, max);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectGreaterOrNaN(float value, float max, float then, float otherwise) =>
        VectorMath.SelectGreaterOrNaN(value, max, then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectGreater(float left, float right, float then, float otherwise) => left > right ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectEqual(float left, float right, float then, float otherwise) => left == right ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectFirst(int count, float then, float otherwise) => count > 0 ? then : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float IsLabel(int label, int first) => label == first ? 1f : 0f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MarksOf(float value, float index, float wanted) => value != 0f && index == wanted ? 1ul : 0ul;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(float value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfLanes(float value) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float value) => float.Sqrt(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float value) => float.Abs(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float value) => VectorMath.Exp(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float value) => VectorMath.Log(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1p(float value) => VectorMath.Log1p(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float value) => VectorMath.Tanh(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float value) => VectorMath.Sigmoid(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Erf(float value) => VectorMath.Erf(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Keep(uint key, uint index, uint threshold) => DropoutMask.Keep1(key, index, threshold);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Draw(uint key, uint index) => DropoutMask.Draw1(key, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.FusedMultiplyAdd(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.CopySign(float magnitude, float sign) => MathF.CopySign(magnitude, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.PowerOfTwo(float exponent)
    {
        int shifted = BitConverter.SingleToInt32Bits(exponent + FloatBits.RoundingShift) << FloatBits.MantissaWidth;
        return BitConverter.Int32BitsToSingle(shifted + FloatBits.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.ScaleB(float value, float n) => PowersOfTwo.Scaled<SimdScalar, float>(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Mantissa(float value)
    {
        int mantissa = (BitConverter.SingleToInt32Bits(value) - FloatBits.RootOfHalf) & FloatBits.MantissaMask;
        return BitConverter.Int32BitsToSingle(mantissa + FloatBits.RootOfHalf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static float ISimd<float>.Exponent(float value) =>
        (BitConverter.SingleToInt32Bits(value) - FloatBits.RootOfHalf) >> FloatBits.MantissaWidth;
}
