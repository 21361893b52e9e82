using MathNet.Numerics.Distributions;

namespace Lecture.Vae;

/// <summary>Points of the plane of two latent numbers, so that as much of the normal distribution lies at each.</summary>
internal static class LatentPlane
{
    /// <summary>The points row by row, from the top left: quantiles of N(0, 1) along both axes.</summary>
    /// <param name="side">Points a row and rows.</param>
    /// <returns>[side · side, 2].</returns>
    public static float[] Points(int side)
    {
        double[] quantiles = [.. Enumerable.Range(0, side).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / side))];
        var points = new float[side * side * 2];
        for (int i = 0; i < side * side; i++)
            (points[2 * i], points[(2 * i) + 1]) = ((float)quantiles[i % side], (float)quantiles[side - 1 - (i / side)]);
        return points;
    }
}
