namespace NetGen.Reports;

/// <summary>Colours for numbers.</summary>
internal static class ColorMap
{
    // Points of matplotlib's viridis, evenly spaced: even in lightness, and legible to the colour-blind.
    private static readonly (byte R, byte G, byte B)[] Viridis =
    [
        (68, 1, 84), (71, 44, 122), (59, 81, 139), (44, 113, 142), (33, 144, 141), (39, 173, 129), (92, 200, 99), (170, 220, 50),
        (253, 231, 37),
    ];

    // ColorBrewer's RdBu, from negative to positive: blue, white, red.
    private static readonly (byte R, byte G, byte B)[] BlueToRed =
    [
        (33, 102, 172), (67, 147, 195), (146, 197, 222), (209, 229, 240), (247, 247, 247), (253, 219, 199), (244, 165, 130), (214, 96, 77),
        (178, 24, 43),
    ];

    /// <summary>The colour of a part from 0 to 1, from dark to bright.</summary>
    public static (byte R, byte G, byte B) Sequential(double part) => Between(Viridis, part);

    /// <summary>The colour of a part from -1 to 1: blue where it is negative, white at 0, red where it is positive.</summary>
    public static (byte R, byte G, byte B) Diverging(double part) => Between(BlueToRed, (part + 1) / 2);

    private static (byte R, byte G, byte B) Between((byte R, byte G, byte B)[] points, double part)
    {
        double place = (double.IsNaN(part) ? 0 : Math.Clamp(part, 0, 1)) * (points.Length - 1);
        int index = Math.Min((int)place, points.Length - 2);
        double rest = place - index;
        (byte R, byte G, byte B) low = points[index], high = points[index + 1];
        return (Mix(low.R, high.R), Mix(low.G, high.G), Mix(low.B, high.B));

        byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * rest));
    }
}
