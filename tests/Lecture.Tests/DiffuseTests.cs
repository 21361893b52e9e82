using Lecture.Data;
using Lecture.Diffuse;
using NetGen;
using NetGen.Tests.Data;

namespace Lecture.Tests;

/// <summary>The sampler follows its equation, and a denoiser learns more than to make noise smaller.</summary>
public class DiffuseTests
{
    /// <summary>Of data that is normal itself, x / (1 + σ²) is the exact denoiser, and noise of σ becomes data by x / √(1 + σ²).</summary>
    [Fact]
    public void Noise_becomes_normal_data_with_the_exact_denoiser_of_normal_data()
    {
        var network = new Denoiser(seed: 1);
        network.Last.Weight.CopyFrom(new float[network.Last.Weight.Count]);
        network.Last.Bias.CopyFrom(new float[network.Last.Bias.Count]);
        float[] made = new HeunSampler(network, steps: 20).Draw([3, 8], seed: 5);
        float[] noise = new float[made.Length];
        new NormalNoise(seed: 5).Fill(noise);
        Assert.All(noise.Zip(made), pixel => Assert.Equal(pixel.First, pixel.Second, 0.05f + (0.02f * Math.Abs(pixel.First))));
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(1.7f)]
    [InlineData(40f)]
    public void What_the_network_takes_and_learns_has_variance_one(float sigma)
    {
        var level = new NoiseLevel(sigma);
        float input = level.In * level.In * (1 + (sigma * sigma));
        float ofDigit = (1 - level.Skip) / level.Out, ofNoise = level.Skip * sigma / level.Out;
        Assert.Equal(1, input, 1e-4f);
        Assert.Equal(1, (ofDigit * ofDigit) + (ofNoise * ofNoise), 1e-4f);
    }

    [Fact]
    public void Levels_to_sample_fall_from_noise_alone_to_none_that_is_seen()
    {
        NoiseLevel[] levels = NoiseLevel.ToSample(20);
        Assert.Equal(levels.OrderByDescending(level => level.Sigma), levels);
        Assert.Equal(80, levels[0].Sigma, 1e-3f);
        Assert.Equal(0.02f, levels[^1].Sigma, 1e-4f);
    }

    [Fact]
    public void A_little_training_takes_away_more_noise_than_a_factor_does()
    {
        DiffuseResult result = new DiffuseRun(steps: 40, digits: 2000).Run(new Lesson("unused", TextWriter.Null) { Threads = 2 });
        (NoiseLevel level, double error) = result.Errors.Single(each => each.Level.Sigma == 1);
        Assert.InRange(error, 0, 0.8 * DenoisingError.OfFactor(level));
    }

    [Fact]
    public void Digits_are_written_as_they_are_read()
    {
        using var folder = new TemporaryFolder();
        float[] pixels = new float[2 * Mnist.PixelsPerImage];
        pixels.AsSpan().Fill(-Mnist.Mean / Mnist.StandardDeviation);
        pixels[30] = (1 - Mnist.Mean) / Mnist.StandardDeviation;
        IdxFile images = IdxFile.Read(DigitFiles.Write(new Lesson(folder.Path, TextWriter.Null), "made", pixels, [7, 2]));
        Assert.Equal([2, 28, 28], images.Dimensions);
        Assert.Equal((0, 255, 255), (images.Values[29], images.Values[30], images.Values.Sum(value => value)));
        Assert.Equal([7, 2], IdxFile.Read(Path.Combine(folder.Path, "made-labels-idx1-ubyte")).Values);
    }
}
