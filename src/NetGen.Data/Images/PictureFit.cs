namespace NetGen.Data;

/// <summary>Makes samples of pictures: resized, and cropped, padded or stretched.</summary>
internal static class PictureFit
{
    /// <summary>Resizes a picture to a sample's size.</summary>
    /// <returns>Bytes, [channels, height, width].</returns>
    public static byte[] ToSample(Picture picture, int height, int width, ImageFit fit)
    {
        double scaleX = (double)width / picture.Width, scaleY = (double)height / picture.Height;
        (int targetWidth, int targetHeight) = (width, height);
        (double cropX, double cropY) = (picture.Width, picture.Height);
        if (fit == ImageFit.Crop)
        {
            double scale = Math.Max(scaleX, scaleY);
            (cropX, cropY) = (Math.Min(cropX, width / scale), Math.Min(cropY, height / scale));
        }
        else if (fit == ImageFit.Pad)
        {
            double scale = Math.Min(scaleX, scaleY);
            targetWidth = Math.Clamp((int)Math.Round(picture.Width * scale), 1, width);
            targetHeight = Math.Clamp((int)Math.Round(picture.Height * scale), 1, height);
        }

        var sample = new byte[picture.Channels * height * width];
        double left = (picture.Width - cropX) / 2, top = (picture.Height - cropY) / 2;
        var columns = new TriangleFilter(picture.Width, left, left + cropX, targetWidth);
        var rows = new TriangleFilter(picture.Height, top, top + cropY, targetHeight);
        int firstRow = (height - targetHeight) / 2, firstColumn = (width - targetWidth) / 2;

        // The pass that shrinks comes first: what lies between the passes is then no larger than the picture or the sample.
        if (targetWidth > columns.End - columns.First && targetHeight < rows.End - rows.First)
        {
            float[] low = ShrinkColumns(picture, rows, columns.First, columns.End, targetHeight);
            WidenRows(low, columns, (targetHeight, targetWidth), picture.Channels, sample, (firstRow, firstColumn), (height, width));
            return sample;
        }

        float[] narrow = ResizeRows(picture, columns, rows.First, rows.End, targetWidth);
        for (int y = 0; y < targetHeight; y++)
            ResizeColumns(narrow, rows.First, rows[y], targetWidth, picture.Channels, sample, (firstRow + y, firstColumn), (height, width));
        return sample;
    }

    /// <summary>[rows from first to end, width, channels].</summary>
    private static float[] ResizeRows(Picture picture, TriangleFilter columns, int first, int end, int width)
    {
        int channels = picture.Channels;
        var narrow = new float[(end - first) * width * channels];
        int to = 0;
        for (int y = first; y < end; y++)
        {
            ReadOnlySpan<byte> row = picture.Pixels.AsSpan(y * picture.Width * channels, picture.Width * channels);
            for (int x = 0; x < width; x++)
            {
                (int from, float[] weights) = columns[x];
                for (int channel = 0; channel < channels; channel++)
                {
                    float sum = 0;
                    for (int i = 0; i < weights.Length; i++)
                        sum += weights[i] * row[((from + i) * channels) + channel];
                    narrow[to++] = sum;
                }
            }
        }

        return narrow;
    }

    /// <summary>[height, columns from first to end, channels].</summary>
    private static float[] ShrinkColumns(Picture picture, TriangleFilter rows, int first, int end, int height)
    {
        int length = (end - first) * picture.Channels;
        var low = new float[height * length];
        for (int y = 0; y < height; y++)
        {
            (int from, float[] weights) = rows[y];
            Span<float> sums = low.AsSpan(y * length, length);
            for (int i = 0; i < weights.Length; i++)
            {
                ReadOnlySpan<byte> row = picture.Pixels.AsSpan((((from + i) * picture.Width) + first) * picture.Channels, length);
                for (int k = 0; k < length; k++)
                    sums[k] += weights[i] * row[k];
            }
        }

        return low;
    }

    /// <summary>The result of rows that have their height already.</summary>
    private static void WidenRows(
        float[] low, TriangleFilter columns, (int Height, int Width) target, int channels, byte[] sample, (int Row, int Column) place,
        (int Height, int Width) size)
    {
        int length = (columns.End - columns.First) * channels;
        for (int y = 0; y < target.Height; y++)
        {
            for (int x = 0; x < target.Width; x++)
            {
                (int from, float[] weights) = columns[x];
                for (int channel = 0; channel < channels; channel++)
                {
                    float sum = 0;
                    for (int i = 0; i < weights.Length; i++)
                        sum += weights[i] * low[(y * length) + ((from - columns.First + i) * channels) + channel];
                    int to = (((channel * size.Height) + place.Row + y) * size.Width) + place.Column + x;
                    sample[to] = (byte)Math.Clamp((int)(sum + 0.5f), 0, 255);
                }
            }
        }
    }

    /// <summary>One row of the result, for all channels.</summary>
    private static void ResizeColumns(
        float[] narrow, int firstRow, (int First, float[] Weights) row, int width, int channels, byte[] sample, (int Row, int Column) place,
        (int Height, int Width) size)
    {
        for (int i = 0; i < width * channels; i++)
        {
            float sum = 0;
            int from = ((row.First - firstRow) * width * channels) + i;
            for (int k = 0; k < row.Weights.Length; k++, from += width * channels)
                sum += row.Weights[k] * narrow[from];
            int to = (((i % channels * size.Height) + place.Row) * size.Width) + place.Column + (i / channels);
            sample[to] = (byte)Math.Clamp((int)(sum + 0.5f), 0, 255);
        }
    }
}
