namespace NetGen.Handwriting;

/// <summary>How one hand bends, slants and turns all that it writes at a time.</summary>
internal readonly struct Distortion
{
    private readonly double width, slant, cosine, sine;
    private readonly double balanceX, balanceY, taper, bendX, bendY, twist;

    private Distortion(double aspect, ref HandwritingRandom random)
    {
        // A factor on the customary width, so that a narrow digit stays narrow.
        width = aspect * Math.Max(0.45, random.Bell(1, 0.26));
        slant = random.Bell(0.18, 0.27);
        double tangent = random.Bell(0, 0.12);
        cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        sine = tangent * cosine;
        balanceX = random.Bell(0, 0.12);
        balanceY = random.Bell(0, 0.22);
        taper = random.Bell(0, 0.18);
        bendX = random.Bell(0, 0.12);
        bendY = random.Bell(0, 0.08);
        twist = random.Bell(0, 0.1);
    }

    public static Distortion Draw(double aspect, ref HandwritingRandom random) => new(aspect, ref random);

    /// <summary>Moves a point of the writing field; the result is centred near (0, 0), in heights of the field.</summary>
    public (double X, double Y) Apply((double X, double Y) point)
    {
        double x = point.X - 0.5, y = point.Y - 0.5;

        // Quadratic terms shift the weight between the halves and bow straight lines; they leave the middle in place.
        double bentX = x + (balanceX * (0.25 - (x * x))) + (taper * x * y);
        double bentY = y + (balanceY * (0.25 - (y * y))) + (bendY * ((x * x) - 0.08)) + (twist * x * y);
        double wide = (bentX * width) + (bendX * ((y * y) - 0.08)) - (slant * bentY);
        return ((wide * cosine) + (bentY * sine), (bentY * cosine) - (wide * sine));
    }
}
