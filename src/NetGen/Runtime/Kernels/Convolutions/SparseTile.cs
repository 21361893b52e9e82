using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Which register tiles the sparse gradients take.</summary>
internal static class SparseTile
{
    /// <summary>
    /// The number of sums that stay in registers beside what is multiplied. Machines with AVX-512 also have 32 registers for half as wide
    /// vectors, which kernels of eight channels use there.
    /// </summary>
    public static int MostSums<S, V>()
        where S : ISimd<V>
        where V : struct =>
        S.Registers >= 32 || (S.Lanes > 1 && Avx512F.VL.IsSupported) ? 28 : 12;

    /// <summary>The size of the first of as few parts as possible, as equal as possible, none larger than the largest.</summary>
    public static int Part(int whole, int largest)
    {
        int parts = (whole + largest - 1) / largest;
        return (whole + parts - 1) / parts;
    }
}
