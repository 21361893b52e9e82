using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Decides which elements dropout keeps, and draws numbers for other layers. It hashes the step, the layer, the sample and the element's
/// index, so the mask is the same at every vector width and for any number of threads.
/// </summary>
/// <remarks>
/// A threshold is the probability of keeping, times 2³², rounded and at most 2³² - 1. 0 keeps nothing and 2³² - 1 keeps everything. Any
/// other threshold t keeps an element with the probability t / 2³². <see cref="Threshold"/> computes it.
/// </remarks>
[CLSCompliant(false)]
public static class DropoutMask
{
    // The multipliers of an integer hash. Each of its output bits depends evenly on all input bits (found by search: C.
    // Wellons, "Prospecting for hash functions").
    private const uint Multiplier1 = 0x7FEB352D;
    private const uint Multiplier2 = 0x846CA68B;

    // A hash value of 2³² - 1 counts as one less, so that the highest threshold keeps every element.
    private const uint LargestHash = uint.MaxValue - 1;

    // 23 bits of a hash behind those of 1 are a float from 1 on and below 2. With the last bit set, twice that less 3 is an odd multiple of
    // 2⁻²², as far below 0 as above, and never -1, of which the normal distribution's inverse would be infinite. All is exact.
    private const uint BitsOfOne = 0x3F800001;
    private const float Middle = 3;

    /// <summary>The threshold that drops an element with a probability.</summary>
    /// <param name="probability">The probability of dropping, 0 (keeps everything) to 1 (keeps nothing), as in PyTorch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside that range.</exception>
    public static uint Threshold(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, $"Expected a probability of 0 to 1; {probability} came.");
        return (uint)Math.Min(Math.Round((1 - probability) * 4294967296.0), uint.MaxValue);
    }

    /// <summary>The key of one sample's mask.</summary>
    /// <param name="dropoutSeed">Changes with every step: <see cref="Workspace.DropoutSeed"/>.</param>
    /// <param name="site">The number of the dropout layer in its network.</param>
    /// <param name="sample">The sample's place in the batch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(ulong dropoutSeed, int site, int sample)
    {
        ulong place = ((ulong)(uint)site << 32) | (uint)sample;
        return (uint)(RandomStream.Mix(RandomStream.Mix(dropoutSeed) + place) >> 32);
    }

    /// <summary>1 for each element that is kept and 0 for each that is not, for the 16 elements from <paramref name="index"/> on.</summary>
    /// <param name="key">The key of the sample.</param>
    /// <param name="index">The index, within the sample, of the element in the first lane.</param>
    /// <param name="threshold">The probability of keeping, times 2³², at most 2³² - 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Keep512(uint key, uint index, uint threshold)
    {
        Vector512<uint> hash = Hash512(key, index);
        Vector512<uint> kept = Vector512.LessThan(Vector512.Min(hash, Vector512.Create(LargestHash)), Vector512.Create(threshold));
        return kept.AsSingle() & Vector512.Create(1f);
    }

    /// <summary>The same for 8 elements.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Keep256(uint key, uint index, uint threshold)
    {
        Vector256<uint> hash = Hash256(key, index);
        Vector256<uint> kept = Vector256.LessThan(Vector256.Min(hash, Vector256.Create(LargestHash)), Vector256.Create(threshold));
        return kept.AsSingle() & Vector256.Create(1f);
    }

    /// <summary>The same for 4 elements.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Keep128(uint key, uint index, uint threshold)
    {
        Vector128<uint> hash = Hash128(key, index);
        Vector128<uint> kept = Vector128.LessThan(Vector128.Min(hash, Vector128.Create(LargestHash)), Vector128.Create(threshold));
        return kept.AsSingle() & Vector128.Create(1f);
    }

    /// <summary>The same for one element.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Keep1(uint key, uint index, uint threshold) => Math.Min(Hash1(key, index), LargestHash) < threshold ? 1f : 0f;

    /// <summary>
    /// A number between -1 and 1 for each of the 16 elements from <paramref name="index"/> on: one of the odd multiples of 2⁻²², all as
    /// probable.
    /// </summary>
    /// <param name="key">The key of the sample.</param>
    /// <param name="index">The index, within the sample, of the element in the first lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Draw512(uint key, uint index)
    {
        Vector512<float> fromOne = ((Hash512(key, index) >>> 9) | Vector512.Create(BitsOfOne)).AsSingle();
        return fromOne + fromOne - Vector512.Create(Middle);
    }

    /// <summary>The same for 8 elements.</summary>
    /// <inheritdoc cref="Draw512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Draw256(uint key, uint index)
    {
        Vector256<float> fromOne = ((Hash256(key, index) >>> 9) | Vector256.Create(BitsOfOne)).AsSingle();
        return fromOne + fromOne - Vector256.Create(Middle);
    }

    /// <summary>The same for 4 elements.</summary>
    /// <inheritdoc cref="Draw512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Draw128(uint key, uint index)
    {
        Vector128<float> fromOne = ((Hash128(key, index) >>> 9) | Vector128.Create(BitsOfOne)).AsSingle();
        return fromOne + fromOne - Vector128.Create(Middle);
    }

    /// <summary>The same for one element.</summary>
    /// <inheritdoc cref="Draw512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Draw1(uint key, uint index)
    {
        float fromOne = BitConverter.UInt32BitsToSingle((Hash1(key, index) >>> 9) | BitsOfOne);
        return fromOne + fromOne - Middle;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Hash512(uint key, uint index)
    {
        Vector512<uint> keys = Vector512.Create(key);
        Vector512<uint> hash = (Vector512<uint>.Indices + Vector512.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Hash256(uint key, uint index)
    {
        Vector256<uint> keys = Vector256.Create(key);
        Vector256<uint> hash = (Vector256<uint>.Indices + Vector256.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Hash128(uint key, uint index)
    {
        Vector128<uint> keys = Vector128.Create(key);
        Vector128<uint> hash = (Vector128<uint>.Indices + Vector128.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash1(uint key, uint index)
    {
        uint hash = index ^ key;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += key;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        return hash;
    }
}
