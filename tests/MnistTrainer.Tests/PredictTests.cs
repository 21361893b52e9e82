using MnistTrainer.Models;
using MnistTrainer.Tests.Photographs;
using NetGen;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

/// <summary>The command predict, as a user runs it.</summary>
public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_picture_is_shown_as_the_network_sees_it_with_its_probabilities()
    {
        var network = new Mlp(seed: 1);
        network.Fit(
            SyntheticDigits.Draw(4000, seed: 1), new Adam(2e-3), epochs: 3, batchSize: 32, threads: 1, seed: 1,
            cancellation: TestContext.Current.CancellationToken);
        string weights = Path.Combine(folder.Path, "weights.safetensors");
        WeightsFile.Save(weights, network, new WeightsOrigin("mlp", "mnist", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "nine"]));
        string digit = new Photograph(160) { Noise = 4, Shade = 0.2 }.Write(
            new StrokeGlyph(0, 0.1, new Random(1)), Path.Combine(folder.Path, "digit"));
        string blank = new Photograph(160) { Noise = 4 }.Write(new StrokeGlyph(0, 0, new Random(1)), Path.Combine(folder.Path, "blank"));
        string text = folder.Write("text.png", "no picture"u8.ToArray());

        TrainerProcess.Result result = await TrainerProcess.RunAsync(
            folder.Path, "predict", text, blank, Path.Combine(folder.Path, "absent.png"), digit, "--load", weights);

        // What is wrong with a picture is a line; the others are read all the same.
        Assert.Equal(2, result.ExitCode);
        string[] errors = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.Equal($"'{text}' is neither a PNG nor a JPEG file.", errors[0]);
        Assert.Equal($"'{blank}' has no digit: no strokes stand out from the background.", errors[1]);
        Assert.Contains("absent.png", errors[2]);
        Assert.Contains($"{digit}: dark on light, inverted", result.Output);
        Assert.Matches(@"\n   0 [█#]+ +\d+\.\d\d %\n", result.Output);
        Assert.Matches(@"\nnine ", result.Output);
        Assert.Matches(@"\nPredicted 0 \(\d+\.\d %\)\.\n", result.Output);
    }

    [Fact]
    public async Task Weights_of_another_network_are_refused_in_a_line()
    {
        string weights = Path.Combine(folder.Path, "weights.safetensors");
        new Mlp(seed: 1).Save(weights);
        TrainerProcess.Result unstated = await TrainerProcess.RunAsync(folder.Path, "predict", "digit.png", "--load", weights);
        TrainerProcess.Result wrong = await TrainerProcess.RunAsync(folder.Path, "predict", "x.png", "--load", weights, "--model", "cnn");

        string message = $"'{weights}' does not say of which network its weights are; state it by --model.\n";
        Assert.Equal((2, message), (unstated.ExitCode, unstated.Error));
        Assert.Equal(2, wrong.ExitCode);
        Assert.StartsWith($"'{weights}' does not hold the tensors of MnistCnn; nothing was loaded.", wrong.Error);
        Assert.Single(wrong.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_summary_needs_no_data()
    {
        TrainerProcess.Result result = await TrainerProcess.RunAsync(folder.Path, "summary", "--model", "lenet");
        Assert.Equal((0, LeNet.Summary.TrimEnd() + "\n"), (result.ExitCode, result.Output));
    }
}
