using System.Globalization;

namespace NetGen.Reports;

/// <content>What a program writes itself, during a fit or beside it.</content>
public sealed partial class TensorBoardLog
{
    /// <summary>Writes a number, which may be NaN or infinite.</summary>
    /// <param name="tag">Its name; what stands before <c>/</c> groups it: <c>metrics/bleu</c>.</param>
    /// <param name="step">The step on the axis, from 0: <see cref="FitContext.StepsDone"/>, or one of your own.</param>
    /// <param name="value">The number; it is stored in 32 bits.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Scalar(string tag, long step, double value)
    {
        Require(tag, step);
        EventWriter to = Begin(step);
        to.AddScalar(tag, value);
        to.End();
    }

    /// <summary>Writes a text.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="markdown">The text, as Markdown.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Text(string tag, long step, string markdown)
    {
        Require(tag, step);
        ArgumentNullException.ThrowIfNull(markdown);
        EventWriter to = Begin(step);
        to.AddText(tag, markdown);
        to.End();
    }

    /// <summary>Writes a picture of numbers.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="values">The pixels, [channels, height, width], from 0 to 1: what lies outside is clipped, and NaN is 0.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue.</param>
    /// <param name="height">The height, in pixels.</param>
    /// <param name="width">The width, in pixels.</param>
    /// <exception cref="ArgumentException">The tag is empty, or the values are not as many as the sizes say.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, a size below 1, or the channels neither 1 nor 3.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Image(string tag, long step, ReadOnlySpan<float> values, int channels, int height, int width)
    {
        Require(tag, step);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, $"Expected 1 or 3 channels; got {channels}.");
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length != (long)channels * height * width)
        {
            throw new ArgumentException(
                $"A picture of {channels}×{height}×{width} has {(long)channels * height * width} values; got {values.Length}.",
                nameof(values));
        }

        var pixels = new byte[values.Length];
        int area = height * width;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < area; i++)
                pixels[(i * channels) + channel] = PixelValue.Of(values[(channel * area) + i]);
        }

        WriteImage(tag, step, PngImage.Of(pixels, channels, height, width));
    }

    /// <summary>Writes a picture that is a PNG file, such as a chart.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="png">The bytes of the file.</param>
    /// <exception cref="ArgumentException">The tag is empty, or the bytes are no PNG file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Image(string tag, long step, ReadOnlySpan<byte> png)
    {
        Require(tag, step);
        WriteImage(tag, step, PngImage.Read(png, nameof(png)));
    }

    /// <summary>Writes how often numbers occur, in TensorBoard's default buckets; those that are not finite are left out.</summary>
    /// <param name="tag">Its name. Of numbers that are not finite, the scalar <c>tag/not_finite</c> has how many there are.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="values">The numbers.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Histogram(string tag, long step, ReadOnlySpan<float> values)
    {
        Require(tag, step);
        WriteHistogram(tag, step, values);
    }

    private void WriteHistogram(string tag, long step, ReadOnlySpan<float> values)
    {
        buckets.Fill(values);
        EventWriter to = Begin(step);
        to.AddHistogram(tag, buckets);
        if (buckets.NotFinite > 0)
            to.AddScalar($"{tag}/not_finite", buckets.NotFinite);
        to.End();
    }

    private void WriteImage(string tag, long step, PngImage image)
    {
        EventWriter to = Begin(step);
        to.AddImage(tag, image);
        to.End();
    }

    private EventWriter Begin(long step)
    {
        writer ??= new EventWriter(EventFile.Create(Folder, DateTimeOffset.UtcNow));
        writer.Begin(step);
        return writer;
    }

    private static void Require(string tag, long step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        if (step < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), step, string.Create(CultureInfo.InvariantCulture, $"Expected a step from 0; got {step}."));
        }
    }
}
