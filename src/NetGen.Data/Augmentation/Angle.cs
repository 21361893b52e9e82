namespace NetGen.Data;

/// <summary>
/// Sine and cosine that have the same bits on every machine, which those of <see cref="Math"/> need not: additions and multiplications of
/// doubles only.
/// </summary>
internal static class Angle
{
    private const double RadiansOfDegree = Math.PI / 180;

    /// <summary>The sine and cosine of an angle.</summary>
    /// <param name="degrees">Any finite angle.</param>
    public static (double Sin, double Cos) SinCos(double degrees)
    {
        double quarters = Math.Round(degrees / 90);
        double x = (degrees - (90 * quarters)) * RadiansOfDegree;
        (double sin, double cos) = Series(x);
        return ((long)quarters & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>Taylor's series, which for |x| ≤ π/4 is exact to 2⁻⁵² after the term of x¹⁶.</summary>
    private static (double Sin, double Cos) Series(double x)
    {
        double term = 1, sin = 0, cos = 0;
        for (int power = 0; power <= 17; power += 2)
        {
            cos += term;
            double next = term * x / (power + 1);
            sin += next;
            term = -next * x / (power + 2);
        }

        return (sin, cos);
    }
}
