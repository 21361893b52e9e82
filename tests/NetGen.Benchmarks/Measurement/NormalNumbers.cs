namespace NetGen.Benchmarks.Measurement;

/// <summary>Normally distributed numbers.</summary>
internal static class NormalNumbers
{
    /// <summary>As many numbers as stated.</summary>
    public static float[] Create(Random random, int count)
    {
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = Next(random);
        return numbers;
    }

    // Box and Muller.
    private static float Next(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
