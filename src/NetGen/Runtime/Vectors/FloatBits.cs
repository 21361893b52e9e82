namespace NetGen.Runtime;

/// <summary>Constants of the binary form of a float.</summary>
internal static class FloatBits
{
    /// <summary>
    /// 1.5 · 2²³: a whole number n of small magnitude, added to it, stands in the lowest bits of the sum; and adding it rounds to a whole
    /// number.
    /// </summary>
    public const float RoundingShift = 12582912f;

    /// <summary>The bits of 1.</summary>
    public const int One = 0x3F800000;

    /// <summary>The bits of √½.</summary>
    public const int RootOfHalf = 0x3F3504F3;

    /// <summary>The width of the mantissa's field.</summary>
    public const int MantissaWidth = 23;

    /// <summary>The mantissa's field.</summary>
    public const int MantissaMask = 0x007FFFFF;
}
