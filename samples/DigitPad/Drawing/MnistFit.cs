using NetGen;

namespace DigitPad.Drawing;

/// <summary>
/// Fits a drawing as MNIST's images were: scaled into a box of 20×20 pixels, and moved by whole pixels until its centre of mass lies in
/// the middle of 28×28.
/// </summary>
/// <remarks>LeCun, Cortes, Burges: "The MNIST database of handwritten digits", first section.</remarks>
internal static class MnistFit
{
    private const int Side = Mnist.Side, Samples = 4;
    private const double Box = 20;

    // A dot is not blown up to the size of a digit.
    private const double SmallestExtent = 6;
    private const byte FaintestInk = 24;

    /// <summary>The fitted image, [28, 28]: 0 is paper, 255 is ink. A field without ink gives paper.</summary>
    public static byte[] Fit(InkField ink)
    {
        ArgumentNullException.ThrowIfNull(ink);
        if (Bounds(ink.Grains) is not { } bounds)
            return new byte[Mnist.PixelsPerImage];
        double extent = Math.Max(
            SmallestExtent * InkField.GrainsPerPixel, Math.Max(bounds.Right - bounds.Left, bounds.Bottom - bounds.Top));
        return Centred(Scaled(ink.Grains, (bounds.Left + bounds.Right) / 2.0, (bounds.Top + bounds.Bottom) / 2.0, extent / Box));
    }

    // Grains; the edges right and bottom are behind the last one.
    private static (int Left, int Top, int Right, int Bottom)? Bounds(ReadOnlySpan<byte> grains)
    {
        int left = InkField.Side, top = InkField.Side, right = 0, bottom = 0;
        for (int i = 0; i < grains.Length; i++)
        {
            if (grains[i] < FaintestInk)
                continue;
            int row = i / InkField.Side, column = i % InkField.Side;
            (left, right) = (Math.Min(left, column), Math.Max(right, column + 1));
            (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row + 1));
        }

        return right == 0 ? null : (left, top, right, bottom);
    }

    // Each pixel is the mean of samples within it; the middle of the drawing comes to the middle of the image.
    private static float[] Scaled(ReadOnlySpan<byte> grains, double centreX, double centreY, double grainsPerPixel)
    {
        float[] pixels = new float[Mnist.PixelsPerImage];
        for (int i = 0; i < pixels.Length; i++)
        {
            double sum = 0;
            for (int sample = 0; sample < Samples * Samples; sample++)
            {
                double x = (i % Side) + (((sample % Samples) + 0.5) / Samples) - (Side / 2.0);
                double y = (i / Side) + (((sample / Samples) + 0.5) / Samples) - (Side / 2.0);
                sum += Interpolated(grains, centreX + (x * grainsPerPixel) - 0.5, centreY + (y * grainsPerPixel) - 0.5);
            }

            pixels[i] = (float)(sum / (Samples * Samples));
        }

        return pixels;
    }

    private static double Interpolated(ReadOnlySpan<byte> grains, double x, double y)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        double right = x - left, below = y - top;
        return ((1 - below) * (((1 - right) * At(grains, left, top)) + (right * At(grains, left + 1, top))))
            + (below * (((1 - right) * At(grains, left, top + 1)) + (right * At(grains, left + 1, top + 1))));
    }

    private static byte At(ReadOnlySpan<byte> grains, int x, int y) =>
        (uint)x < InkField.Side && (uint)y < InkField.Side ? grains[(y * InkField.Side) + x] : (byte)0;

    private static byte[] Centred(float[] pixels)
    {
        double mass = 0, momentX = 0, momentY = 0;
        for (int i = 0; i < pixels.Length; i++)
        {
            mass += pixels[i];
            momentX += pixels[i] * ((i % Side) + 0.5);
            momentY += pixels[i] * ((i / Side) + 0.5);
        }

        int moveX = (int)Math.Round((Side / 2.0) - (momentX / mass)), moveY = (int)Math.Round((Side / 2.0) - (momentY / mass));
        byte[] image = new byte[pixels.Length];
        for (int i = 0; i < image.Length; i++)
        {
            int fromX = (i % Side) - moveX, fromY = (i / Side) - moveY;
            if ((uint)fromX < Side && (uint)fromY < Side)
                image[i] = (byte)Math.Min(255, pixels[(fromY * Side) + fromX] + 0.5f);
        }

        return image;
    }
}
