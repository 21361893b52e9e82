namespace NetGen.Handwriting;

/// <summary>
/// Random numbers for one drawn image: SplitMix64, seeded by the set's seed and the image's index, so that images are independent of
/// drawing order.
/// </summary>
/// <remarks>
/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (2014). Only exact operations are used, so every platform draws the
/// same.
/// </remarks>
internal struct HandwritingRandom(int seed, int index)
{
    private ulong state = Mix(Mix((uint)seed) + ((ulong)(uint)index * 0x9E3779B97F4A7C15));

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number between two bounds.</summary>
    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>
    /// A number with this mean and standard deviation, bell-shaped and never further than 3.5 deviations from the mean:
    /// the sum of four uniform ones, whose variance is 4/12.
    /// </summary>
    public double Bell(double mean, double deviation) =>
        mean + (deviation * 1.7320508075688772 * (Uniform() + Uniform() + Uniform() + Uniform() - 2));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
