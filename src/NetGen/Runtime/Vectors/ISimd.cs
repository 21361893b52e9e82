namespace NetGen.Runtime;

/// <summary>
/// A vector width: what kernels, which are written once for all widths, ask of it. <typeparamref name="V"/> is .NET's own vector, or a
/// plain float where the machine has none.
/// </summary>
/// <remarks>
/// Each operation gives the same bits in a lane at each width, but for <see cref="MultiplyAdd(V, V, V)"/> on machines that do not fuse it.
/// What only formulas of this library need is internal. What kernels ask most stands last: each time that the JIT meets a member, the
/// runtime looks for it from the end.
/// </remarks>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public interface ISimd<V>
    where V : struct
{
    /// <summary>1 in each lane.</summary>
    static abstract V One { get; }

    /// <summary>left / right.</summary>
    static abstract V Divide(V left, V right);

    /// <summary>−value.</summary>
    static abstract V Negate(V value);

    /// <summary>The larger in each lane; NaN where one is NaN.</summary>
    static abstract V Max(V left, V right);

    /// <summary>The largest of four in each lane, as of a window of 2×2; NaN where one is NaN.</summary>
    static abstract V Max(V a, V b, V c, V d);

    /// <summary>The smaller in each lane; NaN where one is NaN.</summary>
    static abstract V Min(V left, V right);

    /// <summary>The value, but at most <paramref name="max"/>, which is a number; NaN stays NaN.</summary>
    static abstract V ClampMax(V value, V max);

    /// <summary><paramref name="then"/> in the lanes where left is greater than right, else <paramref name="otherwise"/>.</summary>
    static abstract V SelectGreater(V left, V right, V then, V otherwise);

    /// <summary>
    /// <paramref name="then"/> in the lanes where the value is greater than <paramref name="max"/>, or NaN; else
    /// <paramref name="otherwise"/>: where a maximum changes.
    /// </summary>
    static abstract V SelectGreaterOrNaN(V value, V max, V then, V otherwise);

    /// <summary><paramref name="then"/> in the lanes where left equals right, else <paramref name="otherwise"/>.</summary>
    static abstract V SelectEqual(V left, V right, V then, V otherwise);

    /// <summary>
    /// <paramref name="then"/> in the first lanes, <paramref name="count"/> of them, and <paramref name="otherwise"/> behind them.
    /// </summary>
    static abstract V SelectFirst(int count, V then, V otherwise);

    /// <summary>1 in the lane that is <paramref name="label"/> if the first is <paramref name="first"/>, 0 in the others.</summary>
    static abstract V IsLabel(int label, int first);

    /// <summary>A bit for each lane whose value is not 0 and whose index is the wanted one; the first lane's is the lowest.</summary>
    static abstract ulong MarksOf(V value, V index, V wanted);

    /// <summary>The sum of the lanes.</summary>
    static abstract float Sum(V value);

    /// <summary>The largest lane; NaN where one is NaN.</summary>
    static abstract float MaxOfLanes(V value);

    /// <summary>The square root.</summary>
    static abstract V Sqrt(V value);

    /// <summary>The absolute value.</summary>
    static abstract V Abs(V value);

    /// <summary>See <see cref="VectorMath.Exp(float)"/>.</summary>
    static abstract V Exp(V value);

    /// <summary>See <see cref="VectorMath.Log(float)"/>.</summary>
    static abstract V Log(V value);

    /// <summary>See <see cref="VectorMath.Log1p(float)"/>.</summary>
    static abstract V Log1p(V value);

    /// <summary>See <see cref="VectorMath.Tanh(float)"/>.</summary>
    static abstract V Tanh(V value);

    /// <summary>See <see cref="VectorMath.Sigmoid(float)"/>.</summary>
    static abstract V Sigmoid(V value);

    /// <summary>See <see cref="VectorMath.Erf(float)"/>.</summary>
    static abstract V Erf(V value);

    /// <summary>1 for each element from <paramref name="index"/> on that dropout keeps, else 0: see <see cref="DropoutMask"/>.</summary>
    static abstract V Keep(uint key, uint index, uint threshold);

    /// <summary>A number between -1 and 1 for each element from <paramref name="index"/> on: see <see cref="DropoutMask"/>.</summary>
    static abstract V Draw(uint key, uint index);

    /// <summary>left · right + addend, rounded once on every machine: slow where there is no instruction for it.</summary>
    /// <remarks>
    /// For <see cref="VectorMath"/> and the optimizers, which promise the same bits at each width and on each machine. A kernel's sums
    /// promise no such thing, and take <see cref="MultiplyAdd(V, V, V)"/>, which is fast everywhere.
    /// </remarks>
    internal static abstract V FusedMultiplyAdd(V left, V right, V addend);

    /// <summary>The magnitude with the other's sign.</summary>
    internal static abstract V CopySign(V magnitude, V sign);

    /// <summary>2 to the power of a whole number from -126 to 127.</summary>
    internal static abstract V PowerOfTwo(V exponent);

    /// <summary>value · 2ⁿ for a whole number n from -126 to 128.</summary>
    internal static abstract V ScaleB(V value, V n);

    /// <summary>For a positive normal number m · 2ᵉ with √½ ≤ m &lt; √2: m.</summary>
    internal static abstract V Mantissa(V value);

    /// <summary>For a positive normal number m · 2ᵉ with √½ ≤ m &lt; √2: e.</summary>
    internal static abstract V Exponent(V value);

    /// <summary>Vector registers of the machines whose widest vector this is: they decide which tiles fit.</summary>
    static abstract int Registers { get; }

    /// <summary>left − right.</summary>
    static abstract V Subtract(V left, V right);

    /// <summary>left · right.</summary>
    static abstract V Multiply(V left, V right);

    /// <summary>0 in each lane.</summary>
    static abstract V Zero { get; }

    /// <summary>(first + second) + third.</summary>
    internal static abstract V Add(V first, V second, V third);

    /// <summary>factor · value. A constant and its use are one call for the JIT, which takes time for each.</summary>
    internal static abstract V Scale(float factor, V value);

    /// <summary>factor · value + (left + right).</summary>
    internal static abstract V AxpyOfSum(float factor, V value, V left, V right);

    /// <summary>left + right.</summary>
    static abstract V Add(V left, V right);

    /// <summary>Floats in a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>The floats from <paramref name="source"/> on.</summary>
    static abstract V Load(ref float source);

    /// <summary>Writes the lanes from <paramref name="destination"/> on.</summary>
    static abstract void Store(V value, ref float destination);

    /// <summary>The same value in each lane.</summary>
    static abstract V Create(float value);

    /// <summary>left · right + addend: rounded once where the machine has an instruction for it.</summary>
    static abstract V MultiplyAdd(V left, V right, V addend);

    /// <summary>value + a vector in memory.</summary>
    internal static abstract V Add(V value, ref float addend);

    /// <summary>scale · (factor · value + addend).</summary>
    internal static abstract V ScaledAxpy(float scale, float factor, V value, V addend);

    /// <summary>left + right and left − right.</summary>
    internal static abstract void AddAndSubtract(V left, V right, out V sum, out V difference);

    /// <summary>factor · value + addend.</summary>
    internal static abstract V Axpy(float factor, V value, V addend);

    /// <summary>
    /// The value, but at least <paramref name="min"/>, which is a number; NaN stays NaN. One instruction, where a maximum takes more.
    /// </summary>
    static abstract V ClampMin(V value, V min);

    /// <summary>value · scale + shift, both vectors in memory. The product is rounded before the sum.</summary>
    internal static abstract V ScaleAndShift(V value, ref float scale, ref float shift);

    /// <summary>
    /// left · right + addend, with one float for all lanes: the broadcast is part of the instruction, and the product is rounded as in
    /// <see cref="MultiplyAdd(V, V, V)"/>.
    /// </summary>
    static abstract V MultiplyAdd(ref float left, V right, V addend);
}
