using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>With which other sample one is mixed, and how much of itself it keeps (mixup, Zhang et al. 2018).</summary>
/// <param name="Partner">The index of the other sample.</param>
/// <param name="Weight">The part of the sample itself, 0 to 1; the rest is the partner's.</param>
internal readonly record struct Mixing(int Partner, float Weight)
{
    /// <summary>Draws the partner evenly, and the weight from Beta(α, α).</summary>
    /// <param name="random">The sample's random numbers.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="alpha">α, above 0 and at most 1.</param>
    /// <remarks>
    /// M. D. Jöhnk (1964): of two even numbers u and v to the power of 1/α whose sum is at most 1, the first divided by the sum.
    /// </remarks>
    public static Mixing Draw(ref SampleRandom random, int count, double alpha)
    {
        int partner = random.Index(count);
        float power = (float)(1 / alpha);
        while (true)
        {
            float logU = VectorMath.Log(1 - (float)random.Uniform()) * power;
            float logV = VectorMath.Log(1 - (float)random.Uniform()) * power;
            float u = VectorMath.Exp(logU), v = VectorMath.Exp(logV);
            if (u + v > 1)
                continue;

            // Both are 0 where α is small: then one is far larger than the other.
            return new Mixing(partner, u + v > 0 ? u / (u + v) : logU > logV ? 1 : 0);
        }
    }
}
