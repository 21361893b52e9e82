namespace Lecture.Data;

/// <summary>Draws numbers of the normal distribution with mean 0 and standard deviation 1, by the method of Box and Muller.</summary>
/// <param name="seed">The same seed gives the same numbers.</param>
internal sealed class NormalNoise(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Fills with independent numbers.</summary>
    public void Fill(Span<float> values)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(Math.Tau * random.NextDouble());
            values[i] = (float)(radius * cosine);
            if (i + 1 < values.Length)
                values[i + 1] = (float)(radius * sine);
        }
    }
}
