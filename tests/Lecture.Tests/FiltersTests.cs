using Lecture.Filters;
using Lecture.Pictures;

namespace Lecture.Tests;

/// <summary>The filters do what their names say.</summary>
public class FiltersTests
{
    [Fact]
    public void The_lectures_example_is_pooled() => Assert.Equal([20f, 30f, 112f, 37f], FiltersTopic.Pooled());

    [Fact]
    public void Blur_makes_neighbours_alike_and_sharpening_unlike()
    {
        IReadOnlyList<GreyImage> filtered = FiltersTopic.Filtered(PictureOfShapes.Draw());
        Assert.Equal(Steps(PictureOfShapes.Draw()), Steps(filtered[0]), 1e-3);
        Assert.True(Steps(filtered[1]) < 0.9 * Steps(filtered[0]));
        Assert.True(Steps(filtered[2]) > 1.5 * Steps(filtered[0]));
    }

    [Fact]
    public void Edges_are_white_where_the_fence_begins_and_flat_in_the_sky()
    {
        GreyImage edges = FiltersTopic.Filtered(PictureOfShapes.Draw())[3];
        Assert.True(edges[56, 47] - edges[52, 5] > 0.3f);
        Assert.Equal(edges[52, 5], edges[58, 5], 1e-3f);
    }

    /// <summary>The sum of the squared differences between neighbours.</summary>
    private static double Steps(GreyImage image)
    {
        double sum = 0;
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 1; x < image.Width; x++)
                sum += Math.Pow(image[x, y] - image[x - 1, y], 2);
        }

        return sum;
    }
}
