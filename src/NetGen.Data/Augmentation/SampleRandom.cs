using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>
/// Random numbers of one sample in one epoch: SplitMix64 (Steele, Lea, Flood 2014), seeded by the set's seed, the epoch and the sample's
/// index alone.
/// </summary>
internal struct SampleRandom(int seed, int epoch, int index)
{
    // 2⁶⁴ divided by the golden ratio.
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = RandomStream.Mix(
        RandomStream.Mix(RandomStream.Mix((uint)seed + Step) + (uint)epoch) + ((ulong)(uint)index * Step));

    /// <summary>64 evenly distributed bits.</summary>
    public ulong NextBits() => RandomStream.Mix(state += Step);

    /// <summary>A number from 0 up to, but not, 1: a multiple of 2⁻⁵³.</summary>
    public double Uniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from -bound up to, but not, bound.</summary>
    public double Within(double bound) => ((2 * Uniform()) - 1) * bound;

    /// <summary>A whole number from 0 to count - 1. All are as probable to 2⁻³².</summary>
    public int Index(int count) => (int)(((NextBits() >> 32) * (uint)count) >> 32);
}
