using Lecture.Autoencode;

namespace Lecture.Tests;

/// <summary>Codes keep of a digit what they have room for.</summary>
public class AutoencodeTests
{
    private const int Digits = 1000, HeldOut = 200, Steps = 300;

    [Fact]
    public void A_longer_code_keeps_more_of_a_digit_than_a_short_one_and_that_more_than_none()
    {
        AutoencodeRun run = Run();
        var (two, thirtyTwo) = (new Autoencoder2(seed: 1), new Autoencoder32(seed: 1));
        run.Train(two, Steps);
        run.Train(thirtyTwo, Steps);
        float ofTwo = run.Error(two.Predict(run.HeldOut));
        Assert.True(ofTwo < 0.9f * run.Error(run.MeanPicture()));
        Assert.True(run.Error(thirtyTwo.Predict(run.HeldOut)) < 0.9f * ofTwo);
    }

    [Fact]
    public void Noise_is_taken_away()
    {
        AutoencodeRun run = Run();
        var denoising = new DenoisingAutoencoder(seed: 1);
        run.Train(denoising, Steps);
        float[] noisy = run.Noisy();
        Assert.True(run.Error(denoising.Predict(noisy)) < 0.4f * run.Error(noisy));
    }

    private static AutoencodeRun Run() => new(new Lesson("unused", TextWriter.Null), Digits, HeldOut);
}
