using NetGen;

namespace DigitPad.Drawing;

/// <summary>
/// The ink of a drawing, four times as fine as the 28×28 pixels that it is shown in, so that a fitted digit keeps soft edges.
/// Coordinates are in pixels: (0, 0) is the top left corner, (28, 28) the bottom right one.
/// </summary>
internal sealed class InkField
{
    /// <summary>Grains in a row or column of a pixel.</summary>
    public const int GrainsPerPixel = 4;

    /// <summary>Grains in a row or column of the field.</summary>
    public const int Side = Mnist.Side * GrainsPerPixel;

    // In pixels: the means of the pens that draw NetGen's synthetic digits.
    private const double PenRadius = 1.25, PenEdge = 1.1;

    private readonly byte[] grains = new byte[Side * Side];

    /// <summary>The grains, [112, 112]: 0 is paper, 255 is ink.</summary>
    public ReadOnlySpan<byte> Grains => grains;

    /// <summary>Whether there is no ink.</summary>
    public bool IsEmpty => !grains.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Draws a straight line with a pen of soft edges, or takes ink away along it.</summary>
    /// <param name="fromX">Where the line begins.</param>
    /// <param name="fromY">Where the line begins.</param>
    /// <param name="toX">Where the line ends.</param>
    /// <param name="toY">Where the line ends.</param>
    /// <param name="erases">Whether ink is taken away, by a pen of twice the width.</param>
    public void DrawLine(double fromX, double fromY, double toX, double toY, bool erases)
    {
        double reach = (erases ? 2 * PenRadius : PenRadius) + (PenEdge / 2);
        (int left, int right) = GrainsBetween(Math.Min(fromX, toX) - reach, Math.Max(fromX, toX) + reach);
        (int top, int bottom) = GrainsBetween(Math.Min(fromY, toY) - reach, Math.Max(fromY, toY) + reach);
        double alongX = toX - fromX, alongY = toY - fromY;
        double square = Math.Max(1e-12, (alongX * alongX) + (alongY * alongY));
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                double pointX = ((column + 0.5) / GrainsPerPixel) - fromX, pointY = ((row + 0.5) / GrainsPerPixel) - fromY;
                double part = Math.Clamp(((pointX * alongX) + (pointY * alongY)) / square, 0, 1);
                double offX = pointX - (part * alongX), offY = pointY - (part * alongY);
                double distance = Math.Sqrt((offX * offX) + (offY * offY));
                byte dark = (byte)(255 * Math.Clamp((reach - distance) / PenEdge, 0, 1));
                ref byte grain = ref grains[(row * Side) + column];
                grain = erases ? (byte)Math.Min(grain, 255 - dark) : Math.Max(grain, dark);
            }
        }
    }

    /// <summary>The ink of one pixel: the mean of its grains.</summary>
    /// <param name="x">The pixel's column, 0 to 27.</param>
    /// <param name="y">The pixel's row, 0 to 27.</param>
    public byte PixelAt(int x, int y)
    {
        int sum = 0;
        for (int row = y * GrainsPerPixel; row < (y + 1) * GrainsPerPixel; row++)
        {
            foreach (byte grain in grains.AsSpan((row * Side) + (x * GrainsPerPixel), GrainsPerPixel))
                sum += grain;
        }

        return (byte)((sum + (GrainsPerPixel * GrainsPerPixel / 2)) / (GrainsPerPixel * GrainsPerPixel));
    }

    /// <summary>Gives all grains of one pixel the same ink.</summary>
    /// <param name="x">The pixel's column, 0 to 27.</param>
    /// <param name="y">The pixel's row, 0 to 27.</param>
    /// <param name="ink">0 is paper, 255 is ink.</param>
    public void SetPixel(int x, int y, byte ink)
    {
        for (int row = y * GrainsPerPixel; row < (y + 1) * GrainsPerPixel; row++)
            grains.AsSpan((row * Side) + (x * GrainsPerPixel), GrainsPerPixel).Fill(ink);
    }

    /// <summary>All pixels, [28, 28]: 0 is paper, 255 is ink.</summary>
    public byte[] ToPixels()
    {
        byte[] pixels = new byte[Mnist.PixelsPerImage];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = PixelAt(i % Mnist.Side, i / Mnist.Side);
        return pixels;
    }

    /// <summary>A copy of the grains, for <see cref="Restore"/>.</summary>
    public byte[] Snapshot() => [.. grains];

    /// <summary>Takes the grains of a snapshot.</summary>
    public void Restore(byte[] snapshot) => snapshot.CopyTo(grains, 0);

    /// <summary>Takes all ink away.</summary>
    public void Clear() => Array.Clear(grains);

    private static (int First, int Last) GrainsBetween(double from, double to) =>
        (Math.Max(0, (int)(from * GrainsPerPixel)), Math.Min(Side - 1, (int)(to * GrainsPerPixel)));
}
