using NetGen;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

public sealed class DigitReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly byte[] pixels = SyntheticDigits.Draw(1, seed: 5).Pixels(0).ToArray();

    public void Dispose() => folder.Dispose();

    /// <summary>What a scan looks like: dark ink on light paper. It is read as the same digit is in the colours of the training images.</summary>
    [Fact]
    public async Task A_digit_that_is_dark_on_light_is_read_inverted_and_that_is_said()
    {
        string weights = Weights();
        TrainerProcess.Result light = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("light.pgm", pixels));
        TrainerProcess.Result dark = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("dark.pgm", [.. pixels.Select(pixel => (byte)(255 - pixel))]));

        Assert.Equal((0, ""), (light.ExitCode, light.Error));
        Assert.Matches(@"Read as \d, \d+\.\d\s?% certain\.\n$", light.Output);
        Assert.Equal($"The picture is dark on light, and the network knows light on dark: it is read inverted.\n{light.Output}", dark.Output);
    }

    /// <summary>Paper that is grey, ink that touches the border: what most of the border is decides.</summary>
    [Fact]
    public async Task Grey_paper_and_ink_at_the_border_change_nothing()
    {
        string weights = Weights();
        byte[] grey = [.. pixels.Select((pixel, i) => i % 28 < 3 ? (byte)255 : Math.Max(pixel, (byte)90))];
        TrainerProcess.Result result = await TrainerProcess.ReadAsync(folder.Path, weights, Picture("grey.pgm", grey));
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("inverted", result.Output);
    }

    /// <summary>No digit need be read correctly, only both alike: random weights will do.</summary>
    private string Weights()
    {
        string weights = Path.Combine(folder.Path, "weights.safetensors");
        new Models.MnistCnn(seed: 1).Save(weights);
        return weights;
    }

    private string Picture(string name, byte[] picture) => folder.Write(name, [.. "P5\n28 28\n255\n"u8, .. picture]);
}
