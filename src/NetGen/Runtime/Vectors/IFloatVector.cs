using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Floats computed side by side: 16, 8, 4, or a single one. A formula over this interface is written once and compiled for each width.</summary>
/// <remarks>Every operation gives the same bits in each lane at each width, so a formula does too.</remarks>
internal interface IFloatVector<T> :
    IAdditionOperators<T, T, T>,
    ISubtractionOperators<T, T, T>,
    IMultiplyOperators<T, T, T>,
    IDivisionOperators<T, T, T>
    where T : struct, IFloatVector<T>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same value in each lane.</summary>
    static abstract T Create(float value);

    static abstract T Load(ref float origin, nuint offset);

    void Store(ref float origin, nuint offset);

    /// <summary>factor1 · factor2 + addend, rounded once.</summary>
    static abstract T MultiplyAdd(T factor1, T factor2, T addend);

    static abstract T Sqrt(T value);

    static abstract T Abs(T value);

    static abstract T CopySign(T magnitude, T sign);

    /// <summary>In each lane <paramref name="then"/> where left is less than right, else (or where one is not a number) <paramref name="otherwise"/>.</summary>
    static abstract T SelectLess(T left, T right, T then, T otherwise);

    /// <summary>2 to the power of a whole number from -126 to 127.</summary>
    static abstract T PowerOfTwo(T exponent);

    /// <summary>value · 2ⁿ for a whole number n from -126 to 128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Scale(T value, T n) => PowersOfTwo.Scaled(value, n);

    /// <summary>For a positive normal number m · 2ᵉ with √½ ≤ m &lt; √2: m.</summary>
    static abstract T Mantissa(T value);

    /// <summary>For a positive normal number m · 2ᵉ with √½ ≤ m &lt; √2: e.</summary>
    static abstract T Exponent(T value);
}
