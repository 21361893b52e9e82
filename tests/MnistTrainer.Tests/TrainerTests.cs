using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

public sealed class TrainerTests : IDisposable
{
    private readonly TrainerFixture trainer = new();

    private TemporaryFolder Folder => trainer.Folder;

    private string Data => trainer.Data;

    public void Dispose() => trainer.Dispose();

    [Theory]
    [InlineData("cnn")]
    [InlineData("lenet")]
    [InlineData("mlp")]
    public async Task Each_model_learns_and_shows_what_it_learnt(string model)
    {
        TrainerProcess.Result result = await RunAsync(
            "--data", Data, "--model", model, "--epochs", "2", "--batch-size", "50", "--threads", "2");

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"MNIST files in '{Data}'; 1,000 training images, 200 test images", result.Output);
        Assert.Contains("epoch 1/2   50 %", result.Output);
        Assert.Matches(@"epoch 2/2  train loss \d+\.\d{4}  test loss \d+\.\d{4}  accuracy \d+\.\d\d %  \d+\.\d s\n", result.Output);
        Assert.Matches(@"\n2,000 images in \d+\.\d s: [\d,]+ images/s\.\n", result.Output);
        Assert.Contains("Confusion matrix: ", result.Output);
        Assert.Matches(@"\nTest accuracy \d+\.\d\d % \(200 images\)\n", result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Json_gets_an_object_a_line_for_each_epoch_and_is_appended_to()
    {
        string json = Path.Combine(Folder.Path, "results.jsonl");
        string[] arguments = ["--data", Data, "--model", "mlp", "--epochs", "2", "--json", json];
        await RunAsync(arguments);
        await RunAsync(arguments);

        JsonElement[] lines = [.. File.ReadAllLines(json).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([1, 2, 1, 2], lines.Select(line => line.GetProperty("epoch").GetInt32()));
        Assert.All(lines, line =>
        {
            Assert.Equal(
                ["epoch", "train_loss", "test_loss", "test_accuracy", "seconds", "images_per_second", "dataset", "model", "seed"],
                line.EnumerateObject().Select(property => property.Name));
            Assert.InRange(line.GetProperty("test_accuracy").GetDouble(), 0, 1);
            Assert.True(line.GetProperty("seconds").GetDouble() > 0);
            Assert.Equal("mnist", line.GetProperty("dataset").GetString());
            Assert.Equal("mlp", line.GetProperty("model").GetString());
        });
        Assert.True(lines[1].GetProperty("train_loss").GetDouble() < lines[0].GetProperty("train_loss").GetDouble());

        // The same seed gives the same training.
        Assert.Equal(lines[1].GetProperty("test_loss").GetDouble(), lines[3].GetProperty("test_loss").GetDouble());
    }

    [Fact]
    public async Task A_profile_shows_where_the_time_went()
    {
        string[] arguments = ["--data", Data, "--model", "mlp", "--epochs", "1", "--batch-size", "50"];
        TrainerProcess.Result profiled = await RunAsync([.. arguments, "--profile"]);
        TrainerProcess.Result plain = await RunAsync(arguments);
        TrainerProcess.Result untrained = await RunAsync("--data", Data, "--model", "mlp", "--epochs", "0", "--profile");

        Assert.Contains("means of 20 training steps", profiled.Output);
        Assert.Matches(@"\d+\.\d % +\d+\.\d{3} +\d+\.\d +forward +Linear1Relu1Forward\n", profiled.Output);
        Assert.Matches(@"\d+\.\d % +\d+\.\d{3} +update +Adam\n", profiled.Output);
        Assert.Matches(@"100\.0 % +\d+\.\d{3} +\d+\.\d +all\n", profiled.Output);
        Assert.DoesNotContain("Where the time went", plain.Output);
        Assert.Equal(LastLineWith("Test accuracy", plain.Output), LastLineWith("Test accuracy", profiled.Output));
        Assert.Contains("No training step was run", untrained.Output);
    }

    /// <summary>The convolutional network has the longest names of methods; the confusion matrix has the widest rows.</summary>
    [Fact]
    public async Task What_is_shown_of_training_fits_into_eighty_columns()
    {
        TrainerProcess.Result result = await RunAsync("--data", Data, "--model", "cnn", "--epochs", "1", "--batch-size", "50", "--profile");

        string[] lines = result.Output.Split('\n');
        string[] shown = [.. lines.Where(line => line.StartsWith("epoch", StringComparison.Ordinal)), .. From("Confusion matrix")];
        string[] profile = From("Where the time went");
        Assert.True(profile.Length > 8, result.Output);
        Assert.All([.. shown, .. profile], line => Assert.True(line.Length <= 80, line));
        double[] shares = [.. profile[3..^1].Select(line => double.Parse(line.Split('%')[0], CultureInfo.InvariantCulture))];
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.Equal("all", profile[^1].Split(' ')[^1]);

        // The lines from the one that begins so to the next empty one.
        string[] From(string start) =>
            [.. lines.SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)];
    }

    /// <summary>Of 1,000 images batches of 300 leave 100: 3 steps an epoch in place of 4.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(3, "--drop-last")]
    public async Task The_last_smaller_batch_can_be_dropped(int steps, params string[] option)
    {
        TrainerProcess.Result result = await RunAsync(
            ["--data", Data, "--model", "mlp", "--epochs", "2", "--batch-size", "300", "--profile", .. option]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"means of {2 * steps} training steps", result.Output);
    }

    [Fact]
    public async Task Saved_weights_can_be_loaded_and_tested()
    {
        string weights = Path.Combine(Folder.Path, "weights.safetensors");
        TrainerProcess.Result trained = await RunAsync("--data", Data, "--model", "mlp", "--epochs", "1", "--save", weights);
        TrainerProcess.Result tested = await RunAsync("--data", Data, "--model", "mlp", "--epochs", "0", "--load", weights, "--seed", "9");

        Assert.Equal(0, tested.ExitCode);
        Assert.Equal(LastLineWith("Test accuracy", trained.Output), LastLineWith("Test accuracy", tested.Output));
        Assert.DoesNotContain("epoch", tested.Output);
    }

    [Fact]
    public async Task An_interruption_keeps_the_weights_so_far()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a process cannot be sent an interruption on Windows");
        string weights = Path.Combine(Folder.Path, "weights.safetensors");
        using Process process = TrainerProcess.Start(
            Folder.Path, "--data", Data, "--model", "mlp", "--epochs", "10000", "--save", weights);
        string? line = "";
        while (line is not null && !line.Contains("epoch", StringComparison.Ordinal))
            line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        TrainerProcess.Result result = await TrainerProcess.EndAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Contains($"The weights so far are saved in '{weights}'.", result.Output);
        TrainerProcess.Result tested = await RunAsync("--data", Data, "--model", "mlp", "--epochs", "0", "--load", weights);
        Assert.Equal(0, tested.ExitCode);
    }

    [Fact]
    public async Task A_run_that_diverges_says_so_at_once_and_fails()
    {
        string weights = Path.Combine(Folder.Path, "weights.safetensors");
        TrainerProcess.Result result = await RunAsync(
            "--data", Data, "--model", "mlp", "--epochs", "3", "--optimizer", "sgd", "--learning-rate", "1e30", "--save", weights);

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            @"^The loss is \S+ at step \d+ of epoch 1, with a learning rate of \S+: training diverges\. Use a smaller --learning-rate\.\n$",
            result.Error);
        Assert.DoesNotContain("Test accuracy", result.Output);
        Assert.False(File.Exists(weights));
    }

    [Fact]
    public async Task Weights_that_are_NaN_predict_no_digit()
    {
        string weights = Path.Combine(Folder.Path, "nan.safetensors");
        var network = new Models.Mlp();
        network.Linear2.Bias.Values[3] = float.NaN;
        network.Save(weights);
        TrainerProcess.Result result = await RunAsync("--data", Data, "--model", "mlp", "--epochs", "0", "--load", weights);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Test accuracy 0.00 % (200 images)", result.Output);
        Assert.Matches(" true .* 9  none recall", result.Output);
        Assert.Contains(", predicted none", result.Output);
        Assert.Equal("The outputs of 200 test images are NaN: the weights are unusable.\n", result.Error);
    }

    [Theory]
    [InlineData("expected a whole number from 0", "--epochs", "-1")]
    [InlineData("--epochs: expected a whole number from 0 to 10000, not few.", "--epochs", "few")]
    [InlineData("expected a whole number from 1", "--batch-size", "0")]
    [InlineData("expected a whole number from 1", "--threads", "0")]
    [InlineData("expected a whole number from 0", "--seed", "-3")]
    [InlineData("expected a number above 0", "--learning-rate", "0")]
    [InlineData("expected a number above 0", "--learning-rate", "NaN")]
    [InlineData("expected a number above 0, not 0,1", "--learning-rate", "0,1")]
    [InlineData("--model: expected one of cnn, deep, lenet, mlp, not resnet.", "--model", "resnet")]
    [InlineData("schedule-free-adamw, not newton", "--optimizer", "newton")]
    [InlineData("does not exist", "--data", "absent-folder")]
    [InlineData("does not exist", "--load", "absent-file")]
    [InlineData("does not exist", "--save", "absent-folder/weights")]
    [InlineData("does not exist", "--json", "absent-folder/results")]
    [InlineData("--nonsense", "--nonsense", "1")]
    public async Task A_wrong_option_is_an_error_and_writes_nothing(string says, string option, string value)
    {
        string[] before = Folder.Files();
        var arguments = new List<string> { "--save", Path.Combine(Folder.Path, "weights"), "--json", Path.Combine(Folder.Path, "results") };
        int taken = arguments.IndexOf(option);
        if (taken >= 0)
            arguments.RemoveRange(taken, 2);

        TrainerProcess.Result result = await RunAsync([.. arguments, option, value]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(before, Folder.Files());
    }

    [Fact]
    public async Task Damaged_input_is_named_and_nothing_is_written()
    {
        string images = Path.Combine(Data, "train-images-idx3-ubyte");
        string weights = Folder.Write("damaged.safetensors", [1, 2, 3]);
        string save = Path.Combine(Folder.Path, "weights");

        TrainerProcess.Result badWeights = await RunAsync("--data", Data, "--load", weights, "--save", save);
        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^5]);
        TrainerProcess.Result badImages = await RunAsync("--data", Data, "--save", save);

        Assert.Equal(2, badWeights.ExitCode);
        Assert.Contains(weights, badWeights.Error);
        Assert.Equal(2, badImages.ExitCode);
        Assert.Contains($"'{images}' is cut short", badImages.Error);
        Assert.False(File.Exists(save));
    }

    [Fact]
    public async Task With_nothing_to_read_the_program_says_that_it_draws()
    {
        // A file where the cache should be: nothing can be read from it, and what a mirror might give cannot be kept.
        string cache = Folder.Write("cache", []);
        TrainerProcess.Result result = await TrainerProcess.RunAsync(cache, "--model", "mlp", "--epochs", "0");

        Assert.Equal(0, result.ExitCode);
        // Each line stands before what takes its time.
        Assert.Matches(
            @"^MNIST is not in the cache, '.*'; downloading it\.\n(.*\n)*MNIST cannot be downloaded(.*\n)+"
                + @"Drawing 70,000 digits\.\nData: synthetic digits",
            result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("(10,000 synthetic images)", result.Output);
    }

    private static string LastLineWith(string text, string output) =>
        output.Split('\n').Last(line => line.Contains(text, StringComparison.Ordinal));

    private Task<TrainerProcess.Result> RunAsync(params string[] arguments) => trainer.RunAsync(arguments);
}
