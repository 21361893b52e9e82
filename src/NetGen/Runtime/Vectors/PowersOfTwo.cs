using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Multiplication by powers of two where the processor has no instruction for it.</summary>
internal static class PowersOfTwo
{
    /// <summary>value · 2ⁿ for a whole number n from -126 to 128: in two factors, because one reaches to 127 only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scaled<S, V>(V value, V n)
        where S : ISimd<V>
        where V : struct
    {
        V shift = S.Create(FloatBits.RoundingShift);
        V shifted = S.FusedMultiplyAdd(n, S.Create(0.5f), shift);
        V half = S.Subtract(shifted, shift);
        V otherHalf = S.Subtract(n, half);
        V scaled = S.Multiply(value, S.PowerOfTwo(half));
        return S.Multiply(scaled, S.PowerOfTwo(otherHalf));
    }
}
