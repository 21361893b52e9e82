using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>The size that comes out of an adaptive pool: how it is read, and the regions that it gives.</summary>
internal static class AdaptiveOptions
{
    /// <summary>Rows and columns; a side that is null keeps its size.</summary>
    /// <param name="values">The attribute's arguments.</param>
    /// <param name="example">What a message says where neither is stated: "[AdaptiveAvgPool2d(1)] is the mean of each channel".</param>
    public static (int? Height, int? Width) Read(AttributeValues values, string example)
    {
        bool isRectangle = values.PositionalCount > 1;
        int? square = values.PositionalCount == 1 || values.Has("outputSize") ? values.Size(0, "outputSize") : null;
        int? height = isRectangle ? values.Size(0, "outputHeight") : values.OptionalSize("OutputHeight") ?? square;
        int? width = isRectangle ? values.Size(1, "outputWidth") : values.OptionalSize("OutputWidth") ?? square;
        if (height is null && width is null && !values.IsWrong)
            values.Missing("OutputWidth", "it or OutputHeight says what the image becomes; " + example, "OutputWidth = 1");
        return (height, width);
    }

    /// <summary>
    /// Regions whose maxima are wanted. The kernel is the largest region, by which positions in all of them are numbered.
    /// </summary>
    public static PoolAxis Regions(int size, int count)
    {
        var regions = new PoolAxis(size, count, 0, 0, 0, 1, IsAdaptive: true);
        return regions with { Kernel = Enumerable.Range(0, count).Max(region => regions.End(region) - regions.Start(region)) };
    }
}
