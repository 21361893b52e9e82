using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Copies that permute the numbers of each block among themselves, where a block is one to four vectors: a channel shuffle of pixels with
/// channels last. Each vector of the destination is two vectors of the source, permuted by one instruction of AVX-512.
/// </summary>
internal static class BlockPermutation
{
    private const int Lanes = 16;
    private const int MostFloats = 4 * Lanes;

    /// <summary>Copies, where the innermost axes permute such blocks, and the machine has the instruction.</summary>
    /// <param name="source">The element with all indices 0.</param>
    /// <param name="destination">The same of the destination.</param>
    /// <param name="axes">The axes, joined, from the largest step in the destination to the smallest.</param>
    /// <returns>Whether they do, and all is copied.</returns>
    public static bool TryCopy(ref float source, ref float destination, ReadOnlySpan<CopyAxis> axes)
    {
        // A run is copied faster as it is.
        if (!Avx512F.IsSupported || axes.IsEmpty || axes[^1].SourceStride == 1)
            return false;
        Span<int> places = stackalloc int[MostFloats];
        (int count, int outer) = FindBlock(axes, places);
        if (count is not (Lanes or 2 * Lanes or 4 * Lanes) || !ArePermuted(places[..count]))
            return false;
        Copy(ref source, ref destination, places[..count], axes[..outer]);
        return true;
    }

    /// <summary>
    /// The innermost axes that are contiguous together in the destination: where each float of theirs lies in the source, their number, and
    /// that of the axes around them.
    /// </summary>
    private static (int Count, int Outer) FindBlock(ReadOnlySpan<CopyAxis> axes, Span<int> places)
    {
        int count = 1, outer = axes.Length;
        places[0] = 0;
        for (; outer > 0 && axes[outer - 1].DestinationStride == count && axes[outer - 1].Size * count <= MostFloats; outer--)
        {
            CopyAxis axis = axes[outer - 1];
            for (int i = count; i < axis.Size * count; i++)
                places[i] = places[i % count] + (i / count * axis.SourceStride);
            count *= axis.Size;
        }

        return (count, outer);
    }

    /// <summary>Whether the places are those of a block in another order.</summary>
    private static bool ArePermuted(ReadOnlySpan<int> places)
    {
        ulong seen = 0;
        foreach (int place in places)
        {
            if ((uint)place >= (uint)places.Length)
                return false;
            seen |= 1UL << place;
        }

        return ulong.PopCount(seen) == (ulong)places.Length;
    }

    private static void Copy(ref float source, ref float destination, ReadOnlySpan<int> places, ReadOnlySpan<CopyAxis> outer)
    {
        CopyAxis axis = outer.IsEmpty ? new(1, 0, 0) : outer[0];
        if (outer.Length > 1)
        {
            for (nint i = 0; i < axis.Size; i++)
                Copy(
                    ref Unsafe.Add(ref source, i * axis.SourceStride), ref Unsafe.Add(ref destination, i * axis.DestinationStride),
                    places, outer[1..]);
            return;
        }

        switch (places.Length)
        {
            case Lanes:
                OneVector(ref source, ref destination, places, axis);
                break;
            case 2 * Lanes:
                TwoVectors(ref source, ref destination, places, axis);
                break;
            default:
                FourVectors(ref source, ref destination, places, axis);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneVector(ref float source, ref float destination, ReadOnlySpan<int> places, CopyAxis axis)
    {
        Vector512<int> order = Vector512.Create(places);
        for (nint i = 0; i < axis.Size; i++)
        {
            Vector512<float> block = Vector512.LoadUnsafe(ref source, (nuint)(i * axis.SourceStride));
            Avx512F.PermuteVar16x32(block, order).StoreUnsafe(ref destination, (nuint)(i * axis.DestinationStride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoVectors(ref float source, ref float destination, ReadOnlySpan<int> places, CopyAxis axis)
    {
        Vector512<int> order0 = Vector512.Create(places), order1 = Vector512.Create(places[Lanes..]);
        for (nint i = 0; i < axis.Size; i++)
        {
            ref float from = ref Unsafe.Add(ref source, i * axis.SourceStride);
            ref float to = ref Unsafe.Add(ref destination, i * axis.DestinationStride);
            Vector512<float> first = Vector512.LoadUnsafe(ref from), second = Vector512.LoadUnsafe(ref from, Lanes);
            Avx512F.PermuteVar16x32x2(first, order0, second).StoreUnsafe(ref to);
            Avx512F.PermuteVar16x32x2(first, order1, second).StoreUnsafe(ref to, Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourVectors(ref float source, ref float destination, ReadOnlySpan<int> places, CopyAxis axis)
    {
        for (nint i = 0; i < axis.Size; i++)
        {
            ref float from = ref Unsafe.Add(ref source, i * axis.SourceStride);
            ref float to = ref Unsafe.Add(ref destination, i * axis.DestinationStride);
            Vector512<float> first = Vector512.LoadUnsafe(ref from), second = Vector512.LoadUnsafe(ref from, Lanes);
            Vector512<float> third = Vector512.LoadUnsafe(ref from, 2 * Lanes), fourth = Vector512.LoadUnsafe(ref from, 3 * Lanes);
            for (int part = 0; part < MostFloats; part += Lanes)
            {
                // The instruction takes of an index what tells one of two vectors, and a lane of it.
                Vector512<int> order = Vector512.Create(places[part..]);
                Vector512<float> isLater = Vector512.GreaterThan(order, Vector512.Create((2 * Lanes) - 1)).AsSingle();
                Vector512<float> earlier = Avx512F.PermuteVar16x32x2(first, order, second);
                Vector512<float> later = Avx512F.PermuteVar16x32x2(third, order, fourth);
                Vector512.ConditionalSelect(isLater, later, earlier).StoreUnsafe(ref to, (nuint)part);
            }
        }
    }
}
