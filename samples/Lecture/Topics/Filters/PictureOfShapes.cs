using Lecture.Pictures;

namespace Lecture.Filters;

/// <summary>A picture to filter, drawn by formulas: a shaded ball and a fence before a sky that grows darker.</summary>
internal static class PictureOfShapes
{
    public const int Size = 64;

    public static GreyImage Draw()
    {
        var pixels = new float[Size * Size];
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
                pixels[(y * Size) + x] = Shade(x, y);
        }

        return new GreyImage(Size, Size, pixels);
    }

    private static float Shade(int x, int y)
    {
        const float Radius = 17, CenterX = 25, CenterY = 24;
        (float dx, float dy) = ((x - CenterX) / Radius, (y - CenterY) / Radius);
        float distance = (dx * dx) + (dy * dy);
        if (distance < 1)
        {
            // Lambert's law: as bright as the surface is turned to the light, which comes from the upper left.
            float depth = MathF.Sqrt(1 - distance);
            return 0.25f + (0.75f * Math.Max(0, (-0.5f * dx) + (-0.6f * dy) + (0.62f * depth)));
        }

        bool isFence = y >= 44 && (x % 8 < 3 || y is >= 50 and < 53);
        return isFence ? 0.9f : y >= 58 ? 0.25f : 0.7f - (0.45f * y / Size);
    }
}
