namespace NetGen.Handwriting;

/// <summary>
/// Draws lines into an image as MNIST's images were made: fitted into a box of 20×20 pixels, grey at the edges, centred by mass on 28×28.
/// </summary>
/// <remarks>LeCun, Cortes, Burges: "The MNIST database of handwritten digits", first section.</remarks>
internal static class Pen
{
    private const int Side = Mnist.Side;
    private const double Box = 20;

    /// <summary>Draws the lines into <paramref name="image"/>, [28, 28], which is empty before.</summary>
    public static void Draw(List<(double X, double Y)[]> lines, Span<byte> image, ref HandwritingRandom random)
    {
        // Pixels; the pen's width does not grow with the digit, since it is the box that the digit is fitted into.
        double radius = Math.Max(0.55, random.Bell(1.25, 0.45));
        double edge = random.Uniform(0.7, 1.5);
        double blackness = random.Uniform(0.95, 1.4);
        Span<float> ink = stackalloc float[Side * Side];
        ink.Clear();

        Fit(lines, Box - (2 * radius));
        foreach ((double X, double Y)[] line in lines)
        {
            // Pressure, and with it the width, changes slowly from one end to the other.
            double first = radius * random.Bell(1, 0.1), last = radius * random.Bell(1, 0.1);
            for (int i = 0; i + 1 < line.Length; i++)
            {
                double here = first + ((last - first) * i / (line.Length - 1));
                DrawPiece(line[i], line[i + 1], here, edge, ink);
            }
        }

        CopyCentred(ink, blackness, image);
    }

    // Scales and moves the lines so that they fill a box of this size in the middle of the image, in one direction or both.
    private static void Fit(List<(double X, double Y)[]> lines, double size)
    {
        double left = double.MaxValue, right = double.MinValue, top = double.MaxValue, bottom = double.MinValue;
        foreach ((double x, double y) in lines.SelectMany(line => line))
        {
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        double scale = size / Math.Max(right - left, bottom - top);
        double centreX = (left + right) / 2, centreY = (top + bottom) / 2;
        foreach ((double X, double Y)[] line in lines)
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = (((line[i].X - centreX) * scale) + (Side / 2.0), ((line[i].Y - centreY) * scale) + (Side / 2.0));
        }
    }

    // Each pixel takes the darkest of the pieces near it: 1 within the radius, falling to 0 over the edge's width.
    private static void DrawPiece((double X, double Y) from, (double X, double Y) to, double radius, double edge, Span<float> ink)
    {
        double reach = radius + (edge / 2);
        int left = Math.Max(0, (int)(Math.Min(from.X, to.X) - reach)), right = Math.Min(Side - 1, (int)(Math.Max(from.X, to.X) + reach));
        int top = Math.Max(0, (int)(Math.Min(from.Y, to.Y) - reach)), bottom = Math.Min(Side - 1, (int)(Math.Max(from.Y, to.Y) + reach));
        double alongX = to.X - from.X, alongY = to.Y - from.Y;
        double square = Math.Max(1e-12, (alongX * alongX) + (alongY * alongY));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                double pointX = x + 0.5 - from.X, pointY = y + 0.5 - from.Y;
                double part = Math.Clamp(((pointX * alongX) + (pointY * alongY)) / square, 0, 1);
                double offX = pointX - (part * alongX), offY = pointY - (part * alongY);
                double distance = Math.Sqrt((offX * offX) + (offY * offY));
                float dark = (float)Math.Clamp((reach - distance) / edge, 0, 1);
                ref float pixel = ref ink[(y * Side) + x];
                pixel = Math.Max(pixel, dark);
            }
        }
    }

    // MNIST's images were moved by whole pixels until their centre of mass lay in the middle.
    private static void CopyCentred(ReadOnlySpan<float> ink, double blackness, Span<byte> image)
    {
        double mass = 0, momentX = 0, momentY = 0;
        for (int i = 0; i < ink.Length; i++)
        {
            mass += ink[i];
            momentX += ink[i] * ((i % Side) + 0.5);
            momentY += ink[i] * ((i / Side) + 0.5);
        }

        int moveX = (int)Math.Round((Side / 2.0) - (momentX / mass)), moveY = (int)Math.Round((Side / 2.0) - (momentY / mass));
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                int fromX = x - moveX, fromY = y - moveY;
                bool inside = (uint)fromX < Side && (uint)fromY < Side;
                image[(y * Side) + x] = inside ? (byte)Math.Min(255, (ink[(fromY * Side) + fromX] * blackness * 255) + 0.5) : (byte)0;
            }
        }
    }
}
