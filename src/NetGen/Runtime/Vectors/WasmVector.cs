using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace NetGen.Runtime;

/// <summary>
/// Operations on 4 floats as WebAssembly's instructions. The interpreter of .NET knows these, and few of those of <see cref="Vector128"/>:
/// the others are calls and loops over lanes there, tens of times slower. Results are those of SSE, bit for bit.
/// </summary>
internal static class WasmVector
{
    /// <summary>left · right + addend, rounded once: in software, as WebAssembly has no such instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FusedMultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
    {
        ref float a = ref Unsafe.As<Vector128<float>, float>(ref left);
        ref float b = ref Unsafe.As<Vector128<float>, float>(ref right);
        ref float c = ref Unsafe.As<Vector128<float>, float>(ref addend);
        c = MathF.FusedMultiplyAdd(a, b, c);
        Unsafe.Add(ref c, 1) = MathF.FusedMultiplyAdd(Unsafe.Add(ref a, 1), Unsafe.Add(ref b, 1), Unsafe.Add(ref c, 1));
        Unsafe.Add(ref c, 2) = MathF.FusedMultiplyAdd(Unsafe.Add(ref a, 2), Unsafe.Add(ref b, 2), Unsafe.Add(ref c, 2));
        Unsafe.Add(ref c, 3) = MathF.FusedMultiplyAdd(Unsafe.Add(ref a, 3), Unsafe.Add(ref b, 3), Unsafe.Add(ref c, 3));
        return addend;
    }

    /// <summary>a[first] b[first] a[first + 1] b[first + 1].</summary>
    /// <param name="a">Gives the lanes 0 and 2.</param>
    /// <param name="b">Gives the lanes 1 and 3.</param>
    /// <param name="first">0 or 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Weave(Vector128<float> a, Vector128<float> b, int first)
    {
        Vector128<float> woven = a;
        ref float from = ref Unsafe.Add(ref Unsafe.As<Vector128<float>, float>(ref a), first);
        ref float other = ref Unsafe.Add(ref Unsafe.As<Vector128<float>, float>(ref b), first);
        ref float to = ref Unsafe.As<Vector128<float>, float>(ref woven);
        to = from;
        Unsafe.Add(ref to, 1) = other;
        Unsafe.Add(ref to, 2) = Unsafe.Add(ref from, 1);
        Unsafe.Add(ref to, 3) = Unsafe.Add(ref other, 1);
        return woven;
    }

    /// <summary>−value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Negate(Vector128<float> value) => PackedSimd.Negate(value);

    /// <summary>The square root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sqrt(Vector128<float> value) => PackedSimd.Sqrt(value);

    /// <summary>The absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Abs(Vector128<float> value) => PackedSimd.Abs(value);

    /// <summary>The larger; <paramref name="right"/> where one is NaN or both are 0, as MAXPS does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxNative(Vector128<float> left, Vector128<float> right) => PackedSimd.PseudoMax(right, left);

    /// <summary>The smaller; <paramref name="right"/> where one is NaN or both are 0, as MINPS does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinNative(Vector128<float> left, Vector128<float> right) => PackedSimd.PseudoMin(right, left);

    /// <summary>All bits where <paramref name="left"/> is greater.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GreaterThan(Vector128<float> left, Vector128<float> right) =>
        PackedSimd.CompareGreaterThan(left, right);

    /// <summary>(lane 0 + lane 1) + (lane 2 + lane 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> value)
    {
        ref float lanes = ref Unsafe.As<Vector128<float>, float>(ref value);
        return (lanes + Unsafe.Add(ref lanes, 1)) + (Unsafe.Add(ref lanes, 2) + Unsafe.Add(ref lanes, 3));
    }

    /// <summary>Whole numbers as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ConvertToSingle(Vector128<int> value) => PackedSimd.ConvertToSingle(value);
}
