namespace NetGen.Reports.Tests;

/// <summary>Images with a bright row, and images with a bright column.</summary>
internal static class Stripes
{
    public const int Size = 6;

    public static ArrayDataSet Draw(int count, int seed)
    {
        var random = new Random(seed);
        var images = new float[count][];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            var image = new float[Size * Size];
            (int line, labels[i]) = (random.Next(Size), i % 2);
            for (int at = 0; at < Size; at++)
                image[labels[i] == 0 ? (line * Size) + at : (at * Size) + line] = 1;
            images[i] = image;
        }

        return new ArrayDataSet(images, labels, classes: 2);
    }
}
