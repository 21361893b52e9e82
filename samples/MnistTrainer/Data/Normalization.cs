using NetGen;

namespace MnistTrainer.Data;

/// <summary>How pixels become what a network takes: (pixel / 255 − mean) / standard deviation.</summary>
/// <param name="Mean">The mean of the training images' pixels, as a part of full white.</param>
/// <param name="StandardDeviation">Their standard deviation.</param>
internal sealed record Normalization(float Mean, float StandardDeviation)
{
    /// <summary>A sample, [1, 28, 28], of pixels; 0 is black (the paper) and 255 white (the ink).</summary>
    public float[] Sample(ReadOnlySpan<byte> pixels)
    {
        var sample = new float[pixels.Length];
        for (int i = 0; i < sample.Length; i++)
            sample[i] = ((pixels[i] / 255f) - Mean) / StandardDeviation;
        return sample;
    }

    /// <summary>The pixels of a sample of a set.</summary>
    public byte[] Pixels(IDataSet set, int index)
    {
        var sample = new float[set.SampleSize];
        set.CopySamples([index], sample);
        return Array.ConvertAll(sample, value => (byte)Math.Clamp(MathF.Round(((value * StandardDeviation) + Mean) * 255), 0, 255));
    }
}
