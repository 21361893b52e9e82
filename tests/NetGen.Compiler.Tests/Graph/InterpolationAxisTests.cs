using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Graph;

public class InterpolationAxisTests
{
    /// <summary>The shares of a row are 1 together, and lie inside the image.</summary>
    [Fact]
    public void A_row_is_made_of_rows_of_the_image()
    {
        for (int size = 1; size <= 9; size++)
            for (int count = 1; count <= 20; count++)
                foreach ((InterpolationMode mode, bool corners) in ((InterpolationMode, bool)[])
                [
                    (InterpolationMode.Nearest, false), (InterpolationMode.Linear, false), (InterpolationMode.Linear, true),
                    (InterpolationMode.Cubic, false), (InterpolationMode.Cubic, true),
                ])
                {
                    var axis = new InterpolationAxis(size, count, 0, mode, corners);
                    for (int row = 0; row < count; row++)
                    {
                        Assert.Equal(1, axis.Sources(row).Sum(source => source.Share), 1e-12);
                        Assert.All(
                            axis.Sources(row),
                            source => Assert.True(
                                source.Position >= 0 && source.Position < size
                                && (source.Share >= 0 || mode == InterpolationMode.Cubic)));
                    }
                }
    }

    /// <summary>⌊row · size / count⌋, exactly: in floating point 49 · (1 / 49) is less than 1.</summary>
    [Theory]
    [InlineData(41)]
    [InlineData(49)]
    [InlineData(7)]
    public void The_nearest_row_is_exact(int factor)
    {
        var axis = new InterpolationAxis(3, 3 * factor, 0, InterpolationMode.Nearest, AlignsCorners: false);
        for (int row = 0; row < axis.Count; row++)
            Assert.Equal((row / factor, 1), Assert.Single(axis.Sources(row)));
    }

    [Fact]
    public void Corners_keep_their_places()
    {
        var axis = new InterpolationAxis(4, 9, 0, InterpolationMode.Linear, AlignsCorners: true);
        Assert.Equal((0, 1), axis.Sources(0)[0]);
        (int position, double share) = axis.Sources(8).MaxBy(source => source.Share);
        Assert.Equal(3, position);
        Assert.Equal(1, share, 1e-12);
    }

    [Fact]
    public void A_factor_that_fits_no_size_places_the_rows()
    {
        var axis = new InterpolationAxis(5, 7, 1.5, InterpolationMode.Nearest, AlignsCorners: false);
        Assert.Equal([0, 0, 1, 2, 2, 3, 4], Enumerable.Range(0, 7).Select(row => axis.Sources(row)[0].Position));
    }

    /// <summary>
    /// Halfway between two rows a cubic takes 19/32 of both and -3/32 of those behind them; beyond the border it repeats the last.
    /// </summary>
    [Fact]
    public void A_cubic_is_made_of_four_rows()
    {
        var axis = new InterpolationAxis(4, 7, 0, InterpolationMode.Cubic, AlignsCorners: true);
        Assert.Equal([(0, -0.09375), (1, 0.59375), (2, 0.59375), (3, -0.09375)], axis.Sources(3));
        Assert.Equal([(0, -0.09375), (0, 0.59375), (1, 0.59375), (2, -0.09375)], axis.Sources(1));
        Assert.Equal([(2, 0), (3, 1), (3, 0), (3, 0)], axis.Sources(6).Select(source => (source.Position, Math.Round(source.Share, 12))));
    }
}
