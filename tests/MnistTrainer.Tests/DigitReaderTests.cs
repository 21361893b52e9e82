using NetGen;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

public sealed class DigitReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly byte[] pixels = SyntheticDigits.Draw(1, seed: 5).Pixels(0).ToArray();

    public void Dispose() => folder.Dispose();

    /// <summary>A scan is dark ink on light paper. It is classified as its negative is.</summary>
    [Fact]
    public async Task A_digit_that_is_dark_on_light_is_inverted_and_the_program_says_so()
    {
        string weights = Weights();
        TrainerProcess.Result light = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("light.pgm", pixels));
        byte[] negative = [.. pixels.Select(pixel => (byte)(255 - pixel))];
        TrainerProcess.Result dark = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("dark.pgm", negative));

        Assert.Equal((0, ""), (light.ExitCode, light.Error));
        Assert.Matches(@"Predicted \d, probability \d+\.\d\s?%\.\n$", light.Output);
        Assert.Equal($"The image is dark on light; MNIST is light on dark, so it is inverted.\n{light.Output}", dark.Output);
    }

    /// <summary>The majority of the border decides, also with grey paper or ink that touches it.</summary>
    [Fact]
    public async Task Grey_paper_and_ink_at_the_border_change_nothing()
    {
        string weights = Weights();
        byte[] grey = [.. pixels.Select((pixel, i) => i % 28 < 3 ? (byte)255 : Math.Max(pixel, (byte)90))];
        TrainerProcess.Result result = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("grey.pgm", grey));
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("inverted", result.Output);
    }

    /// <summary>Random weights: both images need the same prediction, not the right one.</summary>
    private string Weights()
    {
        string weights = Path.Combine(folder.Path, "weights.safetensors");
        new Models.MnistCnn(seed: 1).Save(weights);
        return weights;
    }

    private string Picture(string name, byte[] picture) => folder.Write(name, [.. "P5\n28 28\n255\n"u8, .. picture]);
}
