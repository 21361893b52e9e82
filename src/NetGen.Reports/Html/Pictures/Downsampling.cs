namespace NetGen.Reports;

/// <summary>Makes large maps small enough for a page.</summary>
internal static class Downsampling
{
    /// <summary>The means of square blocks of a map, so large that both sides fit; the map itself where it is small enough.</summary>
    /// <param name="map">The values, [height, width].</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="longest">The longest side wanted.</param>
    public static (float[] Values, int Height, int Width) ToFit(ReadOnlySpan<float> map, int height, int width, int longest)
    {
        int block = (Math.Max(height, width) + longest - 1) / longest;
        if (block == 1)
            return (map.ToArray(), height, width);
        int rows = (height + block - 1) / block, columns = (width + block - 1) / block;
        float[] result = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                result[(row * columns) + column] = Mean(map, height, width, row * block, column * block, block);
        }

        return (result, rows, columns);
    }

    private static float Mean(ReadOnlySpan<float> map, int height, int width, int top, int left, int block)
    {
        double sum = 0;
        int bottom = Math.Min(height, top + block), right = Math.Min(width, left + block);
        for (int row = top; row < bottom; row++)
        {
            for (int column = left; column < right; column++)
                sum += map[(row * width) + column];
        }

        return (float)(sum / ((bottom - top) * (right - left)));
    }
}
