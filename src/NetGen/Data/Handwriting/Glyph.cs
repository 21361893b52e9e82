namespace NetGen.Handwriting;

/// <summary>A digit as one person wrote it once: the lines of a style after all that makes one hand differ from another.</summary>
internal static class Glyph
{
    // Enough points on a curve between two knots that at 20 pixels no straight piece is seen.
    private const int PiecesPerCurve = 6;

    /// <summary>
    /// Writes a style: knots tremble, ends are drawn on or cut, and the whole is bent, slanted and turned. Lengths are in heights of the
    /// writing field.
    /// </summary>
    public static List<(double X, double Y)[]> Write(DigitStyle style, ref HandwritingRandom random)
    {
        Distortion distortion = Distortion.Draw(style.Aspect, ref random);
        double tremble = random.Uniform(0.01, 0.045);
        bool cornersAreRound = random.Chance(0.2);
        var lines = new List<(double X, double Y)[]>(style.Strokes.Count);
        foreach (Knot[] stroke in style.Strokes)
        {
            var knots = new Knot[stroke.Length];
            for (int i = 0; i < stroke.Length; i++)
            {
                (double x, double y, bool corner) = stroke[i];
                knots[i] = new Knot(x + random.Bell(0, tremble), y + random.Bell(0, tremble), corner && !cornersAreRound);
            }

            ChangeEnd(knots, 0, 1, ref random);
            ChangeEnd(knots, knots.Length - 1, knots.Length - 2, ref random);
            lines.Add([.. Curve(knots).Select(distortion.Apply)]);
        }

        return lines;
    }

    // The first and the last knot move along the stroke: ends are drawn too far or not far enough.
    private static void ChangeEnd(Knot[] knots, int end, int next, ref HandwritingRandom random)
    {
        double part = random.Bell(0, 0.2);
        Knot from = knots[next], to = knots[end];
        knots[end] = to with { X = to.X + (part * (to.X - from.X)), Y = to.Y + (part * (to.Y - from.Y)) };
    }

    // A Catmull-Rom spline through the knots, which begins anew at each corner.
    private static IEnumerable<(double X, double Y)> Curve(Knot[] knots)
    {
        yield return (knots[0].X, knots[0].Y);
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            Knot from = knots[i], to = knots[i + 1];
            Knot before = i == 0 || from.IsCorner ? from : knots[i - 1];
            Knot after = i + 2 == knots.Length || to.IsCorner ? to : knots[i + 2];
            for (int piece = 1; piece <= PiecesPerCurve; piece++)
            {
                double t = (double)piece / PiecesPerCurve;
                yield return (CatmullRom(before.X, from.X, to.X, after.X, t), CatmullRom(before.Y, from.Y, to.Y, after.Y, t));
            }
        }
    }

    private static double CatmullRom(double before, double from, double to, double after, double t) =>
        from + (0.5 * t * (
            to - before + (t * ((2 * before) - (5 * from) + (4 * to) - after + (t * ((3 * (from - to)) + after - before))))));
}
