namespace MnistTrainer.Digits;

/// <summary>An image of one number a pixel, [height, width].</summary>
internal sealed record GreyImage(int Width, int Height, float[] Values)
{
    public GreyImage(int width, int height)
        : this(width, height, new float[width * height])
    {
    }

    public float this[int x, int y]
    {
        get => Values[(y * Width) + x];
        set => Values[(y * Width) + x] = value;
    }

    /// <summary>Bytes as numbers.</summary>
    public static GreyImage Of(int width, int height, ReadOnlySpan<byte> pixels)
    {
        var image = new GreyImage(width, height);
        for (int i = 0; i < pixels.Length; i++)
            image.Values[i] = pixels[i];
        return image;
    }

    /// <summary>An image of the same size, with this value of each pixel.</summary>
    public GreyImage Map(Func<int, int, float> value)
    {
        var image = new GreyImage(Width, Height);
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
                image[x, y] = value(x, y);
        return image;
    }

    /// <summary>The image with its longer side not above a number of pixels: each is the mean of those that it covers.</summary>
    public GreyImage ShrunkTo(int side)
    {
        double factor = Math.Max(Width, Height) / (double)side;
        if (factor <= 1)
            return this;
        var image = new GreyImage(Math.Max(1, (int)(Width / factor)), Math.Max(1, (int)(Height / factor)));
        return image.Map((x, y) => Mean(Begin(x, image.Width, Width), Begin(x + 1, image.Width, Width),
            Begin(y, image.Height, Height), Begin(y + 1, image.Height, Height)));

        static int Begin(int index, int count, int of) => (int)((long)index * of / count);
    }

    /// <summary>The value at a point, whose pixels' centres lie at whole numbers and a half; outside it is the nearest pixel's.</summary>
    public float At(double x, double y)
    {
        (double left, double top) = (Math.Clamp(x - 0.5, 0, Width - 1), Math.Clamp(y - 0.5, 0, Height - 1));
        (int column, int row) = ((int)left, (int)top);
        (int right, int below) = (Math.Min(column + 1, Width - 1), Math.Min(row + 1, Height - 1));
        (float across, float down) = ((float)(left - column), (float)(top - row));
        float upper = this[column, row] + (across * (this[right, row] - this[column, row]));
        float lower = this[column, below] + (across * (this[right, below] - this[column, below]));
        return upper + (down * (lower - upper));
    }

    /// <summary>Each pixel as the mean of the square around it.</summary>
    public GreyImage Blurred(int radius) => Map((x, y) => Mean(
        Math.Max(0, x - radius), Math.Min(Width, x + radius + 1), Math.Max(0, y - radius), Math.Min(Height, y + radius + 1)));

    /// <summary>The value below which a share of all lies.</summary>
    public float Percentile(double share)
    {
        float[] sorted = [.. Values.Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    private float Mean(int left, int right, int top, int bottom)
    {
        double sum = 0;
        for (int y = top; y < bottom; y++)
            for (int x = left; x < right; x++)
                sum += this[x, y];
        return (float)(sum / ((right - left) * (bottom - top)));
    }
}
