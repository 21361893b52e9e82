using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Random numbers that depend on a seed and a stream's number alone: the same on every machine, in every thread, in any order of streams.
/// </summary>
/// <remarks>
/// The generator is xoshiro256** of Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2018), its state filled by
/// SplitMix64.
/// </remarks>
internal sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public RandomStream(ulong seed, ulong stream)
    {
        ulong state = Mix(seed) ^ Mix(stream + GoldenGamma);
        s0 = Mix(state += GoldenGamma);
        s1 = Mix(state += GoldenGamma);
        s2 = Mix(state += GoldenGamma);
        s3 = Mix(state + GoldenGamma) | 1;
    }

    // 2⁶⁴ divided by the golden ratio: the step of SplitMix64.
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    public ulong NextUInt64() => Step(ref s0, ref s1, ref s2, ref s3);

    /// <summary>Evenly spread over [0, 1), a multiple of 2⁻²⁴.</summary>
    public float NextSingle() => ToSingle(NextUInt64());

    /// <summary>Fills with numbers evenly spread over [-bound, bound), one <see cref="NextSingle"/> each.</summary>
    /// <remarks>Called once a tensor, with all of its values: optimised from the first call on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillUniform(Span<float> values, float bound)
    {
        // The state is kept in registers, which is several times as fast as in the object.
        (ulong a, ulong b, ulong c, ulong d) = (s0, s1, s2, s3);
        foreach (ref float value in values)
            value = ((ToSingle(Step(ref a, ref b, ref c, ref d)) * 2) - 1) * bound;
        (s0, s1, s2, s3) = (a, b, c, d);
    }

    /// <summary>Fills with Gaussian numbers, one <see cref="NextNormal"/> each, scaled and moved to the mean.</summary>
    /// <remarks>As <see cref="FillUniform"/>. A call for each number would run unoptimised code for some ten thousand of them.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillNormal(Span<float> values, float mean, float standardDeviation)
    {
        (ulong a, ulong b, ulong c, ulong d) = (s0, s1, s2, s3);
        foreach (ref float value in values)
        {
            float x, square;
            do
            {
                x = (ToSingle(Step(ref a, ref b, ref c, ref d)) * 2) - 1;
                float y = (ToSingle(Step(ref a, ref b, ref c, ref d)) * 2) - 1;
                square = (x * x) + (y * y);
            }
            while (!(square is > 0 and < 1));
            value = mean + (standardDeviation * (x * MathF.Sqrt(-2 * VectorMath.Log(square) / square)));
        }

        (s0, s1, s2, s3) = (a, b, c, d);
    }

    /// <summary>Evenly spread over [0, count).</summary>
    /// <remarks>
    /// Lemire's method, "Fast random integer generation in an interval" (2019): the high word of a product, redrawn where it would be
    /// uneven.
    /// </remarks>
    public int NextIndex(int count)
    {
        ulong product = (NextUInt64() >> 32) * (uint)count;
        if ((uint)product < (uint)count)
        {
            uint uneven = (uint)(-count) % (uint)count;
            while ((uint)product < uneven)
                product = (NextUInt64() >> 32) * (uint)count;
        }

        return (int)(product >> 32);
    }

    /// <summary>Gaussian with mean 0 and standard deviation 1, by the polar method of Marsaglia.</summary>
    public float NextNormal()
    {
        while (true)
        {
            float x = (NextSingle() * 2) - 1;
            float y = (NextSingle() * 2) - 1;
            float square = (x * x) + (y * y);
            if (square is > 0 and < 1)
                return x * MathF.Sqrt(-2 * VectorMath.Log(square) / square);
        }
    }

    /// <summary>The finisher of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    // The 24 highest bits are as many as a float between 0 and 1 can tell apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ToSingle(ulong bits) => (int)(bits >> 40) * (1f / (1 << 24));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Step(ref ulong s0, ref ulong s1, ref ulong s2, ref ulong s3)
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
