using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Multiplication by powers of two where the processor has no instruction for it.</summary>
internal static class PowersOfTwo
{
    /// <summary>value · 2ⁿ for a whole number n from -126 to 128: in two factors, because one reaches to 127 only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scaled<T>(T value, T n)
        where T : struct, IFloatVector<T>
    {
        T shift = T.Create(FloatBits.RoundingShift);
        T half = T.MultiplyAdd(n, T.Create(0.5f), shift) - shift;
        return value * T.PowerOfTwo(half) * T.PowerOfTwo(n - half);
    }
}
