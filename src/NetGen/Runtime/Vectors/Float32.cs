using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>A single float, computed with the operations of the vectors, so that it comes out with the bits of a lane.</summary>
internal readonly struct Float32(float value) : IFloatVector<Float32>
{
    public readonly float Value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 operator +(Float32 left, Float32 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 operator -(Float32 left, Float32 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 operator *(Float32 left, Float32 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 operator /(Float32 left, Float32 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Create(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Load(ref float origin, nuint offset) => new(Unsafe.Add(ref origin, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float origin, nuint offset) => Unsafe.Add(ref origin, offset) = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 MultiplyAdd(Float32 factor1, Float32 factor2, Float32 addend) =>
        new(MathF.FusedMultiplyAdd(factor1.Value, factor2.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Sqrt(Float32 value) => new(MathF.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Abs(Float32 value) => new(MathF.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 CopySign(Float32 magnitude, Float32 sign) => new(MathF.CopySign(magnitude.Value, sign.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 SelectLess(Float32 left, Float32 right, Float32 then, Float32 otherwise) => left.Value < right.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 PowerOfTwo(Float32 exponent)
    {
        int shifted = BitConverter.SingleToInt32Bits(exponent.Value + FloatBits.RoundingShift) << FloatBits.MantissaWidth;
        return new(BitConverter.Int32BitsToSingle(shifted + FloatBits.One));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Mantissa(Float32 value) => new(BitConverter.Int32BitsToSingle(
        ((BitConverter.SingleToInt32Bits(value.Value) - FloatBits.RootOfHalf) & FloatBits.MantissaMask) + FloatBits.RootOfHalf));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float32 Exponent(Float32 value) =>
        new((BitConverter.SingleToInt32Bits(value.Value) - FloatBits.RootOfHalf) >> FloatBits.MantissaWidth);
}
