using Lecture.Pictures;

namespace Lecture.Approximate;

/// <summary>The curve and a fit as a small picture for the terminal.</summary>
internal static class CurveDrawing
{
    private const int Width = 38, Height = 13;
    private const double Top = 2, Bottom = -2;
    private const float OfCurve = 0.3f, OfFit = 1;

    /// <param name="fit">What a network gives at <see cref="Curve.Xs"/>.</param>
    public static GreyImage Of(ReadOnlySpan<float> fit)
    {
        var pixels = new float[Width * Height];
        for (int i = 0; i < fit.Length; i++)
            Draw(pixels, i, Curve.At(Curve.Xs[i]), OfCurve);
        for (int i = 0; i < fit.Length; i++)
            Draw(pixels, i, fit[i], OfFit);
        return new GreyImage(Width, Height, pixels);
    }

    private static void Draw(float[] pixels, int index, double value, float shade)
    {
        int column = index * Width / Curve.Xs.Length;
        int row = (int)((Top - value) / (Top - Bottom) * Height);
        if (row is >= 0 and < Height)
            pixels[(row * Width) + column] = shade;
    }
}
