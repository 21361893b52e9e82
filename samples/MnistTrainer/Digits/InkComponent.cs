namespace MnistTrainer.Digits;

/// <summary>Pixels of ink that touch each other, by side or corner.</summary>
/// <param name="Pixels">Their indices in the image.</param>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">The last column.</param>
/// <param name="Bottom">The last row.</param>
internal sealed record InkComponent(IReadOnlyList<int> Pixels, int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left + 1;

    public int Height => Bottom - Top + 1;

    /// <summary>All components of a mask.</summary>
    public static IReadOnlyList<InkComponent> Find(bool[] mask, int width)
    {
        var components = new List<InkComponent>();
        var isFound = new bool[mask.Length];
        for (int i = 0; i < mask.Length; i++)
        {
            if (mask[i] && !isFound[i])
                components.Add(From(i, mask, isFound, width));
        }

        return components;
    }

    /// <summary>Whether it touches the border of an image.</summary>
    public bool IsAtBorder(int width, int height) => Left == 0 || Top == 0 || Right == width - 1 || Bottom == height - 1;

    /// <summary>The gap between the rectangles around this and another one, in pixels.</summary>
    public int DistanceTo(InkComponent other) => Math.Max(
        Math.Max(other.Left - Right, Left - other.Right), Math.Max(0, Math.Max(other.Top - Bottom, Top - other.Bottom)));

    private static InkComponent From(int start, bool[] mask, bool[] isFound, int width)
    {
        List<int> pixels = [start];
        isFound[start] = true;
        (int left, int top, int right, int bottom) = (width, int.MaxValue, 0, 0);
        for (int next = 0; next < pixels.Count; next++)
        {
            (int y, int x) = Math.DivRem(pixels[next], width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            for (int row = Math.Max(0, y - 1); row <= Math.Min((mask.Length / width) - 1, y + 1); row++)
            {
                for (int column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    int index = (row * width) + column;
                    if (!mask[index] || isFound[index])
                        continue;
                    isFound[index] = true;
                    pixels.Add(index);
                }
            }
        }

        return new InkComponent(pixels, left, top, right, bottom);
    }
}
