using Lecture.Pictures;

namespace Lecture.Filters;

/// <summary>Fixed convolutions over a picture, and max-pooling of the lecture's own example.</summary>
internal sealed class FiltersTopic() : Topic("filters", "Blurs, sharpens and finds edges by fixed convolutions; pools a 4×4 example.")
{
    /// <summary>Pictures side by side in the terminal.</summary>
    private const int PerRow = 2;

    /// <summary>The 4×4 picture of the lecture.</summary>
    public static IReadOnlyList<float> Example { get; } = [12, 20, 30, 0, 8, 12, 2, 0, 34, 70, 37, 4, 112, 100, 25, 12];

    public override void Run(Lesson lesson)
    {
        GreyImage picture = PictureOfShapes.Draw();
        IReadOnlyList<GreyImage> filtered = Filtered(picture);
        for (int i = 0; i < filtered.Count; i += PerRow)
        {
            lesson.Say(string.Join(" | ", Filter.All.Skip(i).Take(PerRow).Select(filter => filter.Name)));
            foreach (string line in Blocks.Lines(ImageGrid.Of([.. filtered.Skip(i).Take(PerRow)], PerRow, gap: 4, background: 0)))
                lesson.Say(line);
        }

        GreyImage all = ImageGrid.Of(filtered, columns: filtered.Count, gap: 3, background: 1);
        PngFile.Write(lesson.Picture("filters.png"), all, zoom: 3);
        lesson.Say();
        lesson.Say("Max-pooling, 2×2, of");
        Write(lesson, Example, size: 4);
        lesson.Say("gives");
        Write(lesson, Pooled(), size: 2);
    }

    /// <summary>The picture after each filter; edges are stretched so that none is grey.</summary>
    public static IReadOnlyList<GreyImage> Filtered(GreyImage picture)
    {
        var network = new FilterNetwork();
        network.Filters.Weight.CopyFrom([.. Filter.All.SelectMany(filter => filter.Weights)]);
        float[] maps = network.Predict(picture.Pixels);
        int size = picture.Width * picture.Height;
        return
        [
            .. Filter.All.Select((filter, index) =>
            {
                ReadOnlySpan<float> map = maps.AsSpan(index * size, size);
                bool isEdge = Math.Abs(filter.Weights.Sum()) < 0.5f;
                return isEdge
                    ? GreyImage.Stretched(picture.Width, picture.Height, map) : new GreyImage(picture.Width, picture.Height, map);
            }),
        ];
    }

    public static float[] Pooled() => new LecturePool().Predict([.. Example]);

    private static void Write(Lesson lesson, IReadOnlyList<float> values, int size)
    {
        for (int row = 0; row < size; row++)
            lesson.Say(string.Concat(Enumerable.Range(0, size).Select(column => $"{values[(row * size) + column],5:F0}")));
    }
}
