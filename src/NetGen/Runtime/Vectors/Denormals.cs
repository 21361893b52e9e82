using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Numbers below 2⁻¹²⁶, which have lost digits and with which processors compute up to a hundred times slower.</summary>
internal static class Denormals
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>The value, or 0 in lanes where it is denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Flush<S, V>(V value)
        where S : ISimd<V>
        where V : struct =>
        S.SelectGreater(S.Create(SmallestNormal), S.Abs(value), S.Zero, value);
}
