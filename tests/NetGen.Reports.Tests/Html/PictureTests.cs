using System.Buffers.Binary;

namespace NetGen.Reports.Tests.Html;

public class PictureTests
{
    [Fact]
    public void A_picture_is_a_png_of_its_size()
    {
        PixelPicture picture = PixelPicture.OfSample(new float[3 * 4 * 5], channels: 3, height: 4, width: 5);
        const string Head = "data:image/png;base64,";
        Assert.StartsWith(Head, picture.DataUri, StringComparison.Ordinal);
        byte[] png = Convert.FromBase64String(picture.DataUri[Head.Length..]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(5, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(4, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void Signs_have_colours()
    {
        Assert.Equal((33, 102, 172), ColorMap.Diverging(-1));
        Assert.Equal((247, 247, 247), ColorMap.Diverging(0));
        Assert.Equal((178, 24, 43), ColorMap.Diverging(2));
        Assert.Equal((68, 1, 84), ColorMap.Sequential(double.NaN));
        Assert.Equal((253, 231, 37), ColorMap.Sequential(1));
    }

    [Fact]
    public void Large_maps_become_means_of_blocks()
    {
        (float[] values, int height, int width) = Downsampling.ToFit([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], height: 2, width: 5, longest: 3);
        Assert.Equal((1, 3), (height, width));
        Assert.Equal([(1 + 2 + 6 + 7) / 4f, (3 + 4 + 8 + 9) / 4f, (5 + 10) / 2f], values);
        Assert.Equal([1, 2], Downsampling.ToFit([1, 2], height: 1, width: 2, longest: 2).Values);
    }

    [Fact]
    public void Filters_of_the_first_layer_are_found()
    {
        FirstLayerFilters ofConvolution = FirstLayerFilters.Of(new Shapes(seed: 1))!;
        Assert.Equal(("conv2d1.weight", 4, 1, 3, 3), Numbers(ofConvolution));
        FirstLayerFilters ofLinear = FirstLayerFilters.Of(new Copier(seed: 1))!;
        Assert.Equal(("linear1.weight", 4, 1, 6, 6), Numbers(ofLinear));
        Assert.Null(FirstLayerFilters.Of(new Points(seed: 1)));

        static (string, int, int, int, int) Numbers(FirstLayerFilters filters) =>
            (filters.Name, filters.Count, filters.Channels, filters.Height, filters.Width);
    }

    [Theory]
    [InlineData(new[] { 20, 3, 4 }, 16, 4, 4, 3)]
    [InlineData(new[] { 2, 100, 50 }, 2, 0, 17, 34)]
    [InlineData(new[] { 10 }, 1, 0, 10, 1)]
    [InlineData(new[] { 100 }, 1, 0, 64, 2)]
    [InlineData(new[] { 7, 9 }, 1, 0, 9, 7)]
    [InlineData(new[] { 2000 }, 1, 976, 64, 16)]
    public void What_a_layer_gives_becomes_pictures(int[] shape, int pictures, int left, int width, int height)
    {
        float[] values = [.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(i => i / 7f)];
        FeatureMaps maps = FeatureMaps.Of(new LayerActivation("layer", "Kind", shape, values));
        Assert.Equal((pictures, left), (maps.Pictures.Count, maps.Left));
        Assert.All(maps.Pictures, picture => Assert.Equal((width, height), (picture.Width, picture.Height)));
    }
}
