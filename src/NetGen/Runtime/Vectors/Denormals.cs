using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Numbers below 2⁻¹²⁶, which have lost digits and with which processors compute up to a hundred times slower.</summary>
internal static class Denormals
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>The value, or 0 in lanes where it is denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Flush<T>(T value)
        where T : struct, IFloatVector<T> =>
        T.SelectLess(T.Abs(value), T.Create(SmallestNormal), T.Create(0f), value);
}
