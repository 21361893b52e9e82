using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>8 floats.</summary>
internal readonly struct Float256(Vector256<float> value) : IFloatVector<Float256>
{
    public readonly Vector256<float> Value = value;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator +(Float256 left, Float256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator -(Float256 left, Float256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator *(Float256 left, Float256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator /(Float256 left, Float256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Create(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Load(ref float origin, nuint offset) => new(Vector256.LoadUnsafe(ref origin, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float origin, nuint offset) => Value.StoreUnsafe(ref origin, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 MultiplyAdd(Float256 factor1, Float256 factor2, Float256 addend) =>
        new(Vector256.FusedMultiplyAdd(factor1.Value, factor2.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Sqrt(Float256 value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Abs(Float256 value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 CopySign(Float256 magnitude, Float256 sign) => new(Vector256.CopySign(magnitude.Value, sign.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 SelectLess(Float256 left, Float256 right, Float256 then, Float256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 PowerOfTwo(Float256 exponent)
    {
        Vector256<int> shifted = (exponent.Value + Vector256.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return new((shifted + Vector256.Create(FloatBits.One)).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Mantissa(Float256 value)
    {
        Vector256<int> root = Vector256.Create(FloatBits.RootOfHalf);
        return new((((value.Value.AsInt32() - root) & Vector256.Create(FloatBits.MantissaMask)) + root).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Exponent(Float256 value) =>
        new(Vector256.ConvertToSingle((value.Value.AsInt32() - Vector256.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth));
}
