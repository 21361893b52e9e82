namespace NetGen.Data;

/// <summary>
/// From the position of a pixel in the result to the position in the source from which it is taken: x' = XX·x + XY·y + X0, and y' likewise.
/// </summary>
internal readonly record struct AffineMap(double XX, double XY, double X0, double YX, double YY, double Y0)
{
    /// <summary>Whether pixels are only moved by whole numbers, or mirrored from left to right.</summary>
    public bool IsWhole => Math.Abs(XX) == 1 && XY == 0 && YX == 0 && YY == 1 && X0 == Math.Floor(X0) && Y0 == Math.Floor(Y0);

    /// <summary>
    /// The map of an image that is sheared, rotated and scaled about its middle, and then shifted.
    /// </summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="degrees">The rotation.</param>
    /// <param name="shear">The angle by which columns are slanted, in degrees.</param>
    /// <param name="scale">The factor; above 1 the image grows.</param>
    /// <param name="shiftX">By how many pixels the image moves to the right.</param>
    /// <param name="shiftY">By how many pixels the image moves down.</param>
    public static AffineMap Of(int width, int height, double degrees, double shear, double scale, double shiftX, double shiftY)
    {
        (double sin, double cos) = Angle.SinCos(degrees);
        (double slantSin, double slantCos) = Angle.SinCos(shear);
        double slant = slantSin / slantCos;

        // The inverse of scale · rotation · shear, whose determinant is scale².
        double xx = (cos + (slant * sin)) / scale;
        double xy = (sin - (slant * cos)) / scale;
        double yx = -sin / scale;
        double yy = cos / scale;
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        double fromX = middleX + shiftX, fromY = middleY + shiftY;
        return new AffineMap(
            xx, xy, middleX - ((xx * fromX) + (xy * fromY)), yx, yy, middleY - ((yx * fromX) + (yy * fromY)));
    }

    /// <summary>The same after the source was mirrored from left to right.</summary>
    /// <param name="width">The width of the image, in pixels.</param>
    public AffineMap Mirrored(int width) => this with { XX = -XX, XY = -XY, X0 = width - 1 - X0 };
}
