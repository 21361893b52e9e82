using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>4 floats.</summary>
internal readonly struct Float128(Vector128<float> value) : IFloatVector<Float128>
{
    public readonly Vector128<float> Value = value;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator +(Float128 left, Float128 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator -(Float128 left, Float128 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator *(Float128 left, Float128 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator /(Float128 left, Float128 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Create(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Load(ref float origin, nuint offset) => new(Vector128.LoadUnsafe(ref origin, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float origin, nuint offset) => Value.StoreUnsafe(ref origin, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 MultiplyAdd(Float128 factor1, Float128 factor2, Float128 addend) =>
        new(Vector128.FusedMultiplyAdd(factor1.Value, factor2.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Sqrt(Float128 value) => new(Vector128.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Abs(Float128 value) => new(Vector128.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 CopySign(Float128 magnitude, Float128 sign) => new(Vector128.CopySign(magnitude.Value, sign.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 SelectLess(Float128 left, Float128 right, Float128 then, Float128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 PowerOfTwo(Float128 exponent)
    {
        Vector128<int> shifted = (exponent.Value + Vector128.Create(FloatBits.RoundingShift)).AsInt32() << FloatBits.MantissaWidth;
        return new((shifted + Vector128.Create(FloatBits.One)).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Mantissa(Float128 value)
    {
        Vector128<int> root = Vector128.Create(FloatBits.RootOfHalf);
        return new((((value.Value.AsInt32() - root) & Vector128.Create(FloatBits.MantissaMask)) + root).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Exponent(Float128 value) =>
        new(Vector128.ConvertToSingle((value.Value.AsInt32() - Vector128.Create(FloatBits.RootOfHalf)) >> FloatBits.MantissaWidth));
}
