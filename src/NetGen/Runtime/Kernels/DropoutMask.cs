using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Decides which elements dropout keeps. It hashes the step, the layer, the sample and the element's index, so the mask is the same at
/// every vector width and for any number of threads.
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
        Vector512<uint> keys = Vector512.Create(key);
        Vector512<uint> hash = (Vector512<uint>.Indices + Vector512.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        Vector512<uint> kept = Vector512.LessThan(Vector512.Min(hash, Vector512.Create(LargestHash)), Vector512.Create(threshold));
        return kept.AsSingle() & Vector512.Create(1f);
    }

    /// <summary>The same for 8 elements.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Keep256(uint key, uint index, uint threshold)
    {
        Vector256<uint> keys = Vector256.Create(key);
        Vector256<uint> hash = (Vector256<uint>.Indices + Vector256.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        Vector256<uint> kept = Vector256.LessThan(Vector256.Min(hash, Vector256.Create(LargestHash)), Vector256.Create(threshold));
        return kept.AsSingle() & Vector256.Create(1f);
    }

    /// <summary>The same for 4 elements.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Keep128(uint key, uint index, uint threshold)
    {
        Vector128<uint> keys = Vector128.Create(key);
        Vector128<uint> hash = (Vector128<uint>.Indices + Vector128.Create(index)) ^ keys;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += keys;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        Vector128<uint> kept = Vector128.LessThan(Vector128.Min(hash, Vector128.Create(LargestHash)), Vector128.Create(threshold));
        return kept.AsSingle() & Vector128.Create(1f);
    }

    /// <summary>The same for one element.</summary>
    /// <inheritdoc cref="Keep512" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Keep1(uint key, uint index, uint threshold)
    {
        uint hash = index ^ key;
        hash ^= hash >>> 16;
        hash *= Multiplier1;
        hash ^= hash >>> 15;
        hash += key;
        hash *= Multiplier2;
        hash ^= hash >>> 16;
        return Math.Min(hash, LargestHash) < threshold ? 1f : 0f;
    }
}
