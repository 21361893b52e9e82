namespace Lecture.Approximate;

/// <summary>The function that networks approximate: f(x) = sin 2x + x / 4, with a smaller wave of 5x upon it.</summary>
internal static class Curve
{
    public const double Left = -3, Right = 3;

    private const int Points = 161;

    /// <summary>Points from the left to the right at which fits are compared and drawn.</summary>
    public static float[] Xs { get; } =
        [.. Enumerable.Range(0, Points).Select(i => (float)(Left + ((Right - Left) * i / (Points - 1))))];

    public static double At(double x) => Math.Sin(2 * x) + (x / 4) + (0.25 * Math.Sin(5 * x));

    /// <summary>The root of the mean squared difference between f and what a network gives at <see cref="Xs"/>.</summary>
    public static double ErrorOf(ReadOnlySpan<float> fit)
    {
        double sum = 0;
        for (int i = 0; i < Points; i++)
            sum += Math.Pow(fit[i] - At(Xs[i]), 2);
        return Math.Sqrt(sum / Points);
    }
}
