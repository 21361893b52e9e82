namespace NetGen.Data.Tests.Images;

public class PictureFitTests
{
    [Theory]
    [InlineData(ImageFit.Crop)]
    [InlineData(ImageFit.Pad)]
    [InlineData(ImageFit.Stretch)]
    public void A_picture_of_the_samples_size_stays_as_it_is(ImageFit fit)
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 5 * 3).Select(i => (byte)(i * 37))];
        byte[] sample = PictureFit.ToSample(new Picture(5, 4, 3, pixels), height: 4, width: 5, fit);
        for (int i = 0; i < pixels.Length; i++)
            Assert.Equal(pixels[i], sample[(i % 3 * 20) + (i / 3)]);
    }

    [Fact]
    public void Shrinking_takes_all_pixels_by_the_triangle_filter()
    {
        // To a half: weights 1, 3, 3, 1 over 8, and at the ends, where one is missing, 3, 3, 1 over 7. Pillow gives the same.
        byte[] row = [10, 20, 30, 40, 200, 100, 0, 250];
        byte[] sample = PictureFit.ToSample(new Picture(8, 1, 1, row), height: 1, width: 4, ImageFit.Stretch);
        Assert.Equal(
            [
                Round((30 + 60 + 30) / 7.0), Round((20 + 90 + 120 + 200) / 8.0), Round((40 + 600 + 300 + 0) / 8.0),
                Round((100 + 0 + 750) / 7.0),
            ],
            sample);

        static byte Round(double value) => (byte)Math.Floor(value + 0.5);
    }

    [Fact]
    public void Growing_interpolates()
    {
        byte[] sample = PictureFit.ToSample(new Picture(2, 1, 1, [0, 100]), height: 1, width: 4, ImageFit.Stretch);
        Assert.Equal([0, 25, 75, 100], sample);
    }

    /// <summary>Whichever pass comes first: a tall picture becomes what the wide one does, with rows and columns interchanged.</summary>
    [Theory]
    [InlineData(2, 40, 5, 3)]
    [InlineData(1, 300, 4, 7)]
    [InlineData(3, 4, 4, 3)]
    public void Rows_and_columns_are_resized_alike(int width, int height, int sampleWidth, int sampleHeight)
    {
        var random = new Random(1);
        byte[] tall = new byte[width * height], wide = new byte[width * height];
        random.NextBytes(tall);
        for (int i = 0; i < tall.Length; i++)
            wide[(i % width * height) + (i / width)] = tall[i];
        byte[] ofTall = PictureFit.ToSample(new Picture(width, height, 1, tall), sampleHeight, sampleWidth, ImageFit.Stretch);
        byte[] ofWide = PictureFit.ToSample(new Picture(height, width, 1, wide), sampleWidth, sampleHeight, ImageFit.Stretch);
        for (int i = 0; i < ofTall.Length; i++)
            Assert.Equal(ofTall[i], ofWide[(i % sampleWidth * sampleHeight) + (i / sampleWidth)]);
    }

    /// <summary>A file of a kilobyte may hold a line of a million pixels.</summary>
    [Theory]
    [InlineData(1, 300_000)]
    [InlineData(300_000, 1)]
    public void A_line_of_pixels_takes_no_more_than_itself(int width, int height)
    {
        var picture = new Picture(width, height, 1, new byte[width * height]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PictureFit.ToSample(picture, height: 64, width: 64, ImageFit.Stretch);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    [Fact]
    public void Cropping_takes_the_middle_and_padding_leaves_black()
    {
        byte[] wide = [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16];
        Assert.Equal([3, 4, 13, 14], PictureFit.ToSample(new Picture(6, 2, 1, wide), height: 2, width: 2, ImageFit.Crop));
        Assert.Equal(
            [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0],
            PictureFit.ToSample(new Picture(4, 2, 1, [1, 2, 3, 4, 5, 6, 7, 8]), height: 4, width: 4, ImageFit.Pad));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(300, 1)]
    [InlineData(7, 5)]
    public void Any_size_fits_any_sample(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        pixels.AsSpan().Fill(200);
        foreach (ImageFit fit in Enum.GetValues<ImageFit>())
        {
            byte[] sample = PictureFit.ToSample(new Picture(width, height, 3, pixels), height: 6, width: 4, fit);
            Assert.Equal(72, sample.Length);
            Assert.All(sample, value => Assert.True(value == 200 || (fit == ImageFit.Pad && value == 0)));
            Assert.Contains((byte)200, sample);
        }
    }
}
