namespace Lecture.Pictures;

/// <summary>Pictures side by side, in rows, with gaps between them.</summary>
internal static class ImageGrid
{
    /// <summary>Puts pictures of one size into a single one.</summary>
    /// <param name="images">The pictures, row by row.</param>
    /// <param name="columns">Pictures a row.</param>
    /// <param name="gap">Pixels between them.</param>
    /// <param name="background">The shade of the gaps.</param>
    public static GreyImage Of(IReadOnlyList<GreyImage> images, int columns, int gap = 2, float background = 0.5f)
    {
        (int width, int height) = (images[0].Width, images[0].Height);
        int rows = (images.Count + columns - 1) / columns;
        (int wide, int high) = ((columns * (width + gap)) + gap, (rows * (height + gap)) + gap);
        var pixels = new float[wide * high];
        Array.Fill(pixels, background);
        for (int i = 0; i < images.Count; i++)
        {
            (int left, int top) = ((i % columns * (width + gap)) + gap, (i / columns * (height + gap)) + gap);
            for (int y = 0; y < height; y++)
                images[i].Pixels.Slice(y * width, width).CopyTo(pixels.AsSpan(((top + y) * wide) + left));
        }

        return new GreyImage(wide, high, pixels);
    }
}
