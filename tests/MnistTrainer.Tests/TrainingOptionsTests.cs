using System.Text.RegularExpressions;

namespace MnistTrainer.Tests;

/// <summary>What the options of a training do, as a user sees it.</summary>
public sealed class TrainingOptionsTests(TrainerFixture trainer) : IClassFixture<TrainerFixture>
{
    private string[] Small => ["--data", trainer.Data, "--model", "mlp", "--epochs", "2", "--threads", "1"];

    [Fact]
    public async Task Epochs_are_judged_on_images_that_are_kept_from_training()
    {
        string json = trainer.Path("validation.jsonl");
        TrainerProcess.Result result = await trainer.RunAsync([.. Small, "--validation", "0.1", "--json", json]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("900 training images, 100 validation images, 200 test images.", result.Output);
        Assert.Matches(@"epoch 2/2  loss \d\.\d{4}  validation loss \d\.\d{4}  accuracy \d+\.00 %", result.Output);
        Assert.DoesNotContain("test loss", result.Output);
        Assert.Contains("\n1,800 images in", result.Output);
        Assert.Matches(@"\nBest epoch 2: validation loss", result.Output);
        Assert.Single(Regex.Matches(result.Output, "Test accuracy"));
        Assert.All(File.ReadAllLines(json), line => Assert.Contains("\"validation_accuracy\":", line));
    }

    [Fact]
    public async Task The_best_epoch_is_kept_and_training_ends_where_none_is_better()
    {
        string json = trainer.Path("early.jsonl"), best = trainer.Path("best.safetensors");
        TrainerProcess.Result result = await trainer.RunAsync(
            "--data", trainer.Data, "--model", "mlp", "--epochs", "60", "--validation", "0.2", "--early-stop", "2", "--optimizer", "sgd",
            "--learning-rate", "0.5", "--batch-size", "10", "--threads", "1", "--json", json, "--save", best);

        Assert.Equal(0, result.ExitCode);
        double[] losses = [.. File.ReadAllLines(json).Select(line => double.Parse(
            Regex.Match(line, "\"validation_loss\":([0-9.]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(losses.Length, 3, 59);
        int index = Array.IndexOf(losses, losses.Min());
        Assert.Equal(losses.Length - 3, index);
        Assert.Contains($"Stopped early after {losses.Length} epochs. Best epoch {index + 1}: ", result.Output);

        TrainerProcess.Result evaluated = await trainer.RunAsync("evaluate", "--load", best, "--data", trainer.Data);
        Assert.Equal(LastLineWith("Test accuracy", result.Output), LastLineWith("Test accuracy", evaluated.Output));
    }

    [Fact]
    public async Task Several_seeds_end_with_their_mean_and_standard_deviation()
    {
        TrainerProcess.Result both = await trainer.RunAsync([.. Small, "--seeds", "3,5"]);
        TrainerProcess.Result one = await trainer.RunAsync([.. Small, "--seed", "5"]);

        Assert.Equal((0, ""), (both.ExitCode, both.Error));
        double[] accuracies = [.. Regex.Matches(both.Output, @"\nseed [35]: test accuracy (\S+) %")
            .Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2, accuracies.Length);
        string mean = FormattableString.Invariant($"{accuracies.Average():F3}");
        string deviation = FormattableString.Invariant($"{Math.Abs(accuracies[0] - accuracies[1]) / Math.Sqrt(2):F3}");
        Assert.Contains($"\nTest accuracy of 2 seeds: mean {mean} %, standard deviation {deviation} %, ", both.Output);
        Assert.Contains(LastLineWith("Test accuracy", one.Output), both.Output);
    }

    [Fact]
    public async Task A_training_goes_on_from_its_checkpoint_to_the_same_bytes()
    {
        string[] options = ["--data", trainer.Data, "--model", "mlp", "--threads", "1", "--epochs", "3", "--augment", "--ema", "0.9"];
        string whole = trainer.Path("whole.safetensors"), resumed = trainer.Path("resumed.safetensors");
        string folder = trainer.Path("checkpoints");
        await trainer.RunAsync([.. options, "--save", whole, "--resume", trainer.Path("other")]);
        await trainer.RunAsync([.. options, "--resume", folder]);

        // As after a crash in the third epoch: the checkpoint of the second is the latest.
        File.Delete(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Last());
        TrainerProcess.Result result = await trainer.RunAsync([.. options, "--resume", folder, "--save", resumed]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Resumed after 2 of 3 epochs.", result.Output);
        Assert.DoesNotContain("epoch 2/3", result.Output);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(resumed));
        TrainerProcess.Result otherSeed = await trainer.RunAsync([.. options, "--resume", folder, "--seed", "2"]);
        Assert.Equal(2, otherSeed.ExitCode);
        Assert.Contains("is a checkpoint of another training: the seed", otherSeed.Error);
    }

    /// <summary>Files of Fashion-MNIST have MNIST's names.</summary>
    [Fact]
    public async Task Another_set_has_the_names_of_its_classes_and_weights_remember_it()
    {
        string weights = trainer.Path("fashion.safetensors");
        TrainerProcess.Result trained = await trainer.RunAsync(
            [.. Small, "--dataset", "fashion-mnist", "--augment", "--save", weights]);
        TrainerProcess.Result evaluated = await trainer.RunAsync("evaluate", "--load", weights, "--data", trainer.Data);

        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        Assert.Contains($"Data: Fashion-MNIST files in '{trainer.Data}'", trained.Output);
        Assert.Contains(", augmented.", trained.Output);
        Assert.Contains("5 Sandal", trained.Output);
        Assert.Contains("Fashion-MNIST", evaluated.Output);
        Assert.Contains("Network: Mlp,", evaluated.Output);
        Assert.Equal(LastLineWith("Test accuracy", trained.Output), LastLineWith("Test accuracy", evaluated.Output));
        TrainerProcess.Result other = await trainer.RunAsync("evaluate", "--load", weights, "--data", trainer.Data, "--model", "cnn");
        Assert.Equal((2, $"'{weights}' has the weights of mlp, not of cnn.\n"), (other.ExitCode, other.Error));
        TrainerProcess.Result nowhere = await trainer.RunAsync("evaluate", "--load", weights);
        Assert.Equal(
            (2, "fashion-mnist is not downloaded; state the folder of its files by --data DIR.\n"), (nowhere.ExitCode, nowhere.Error));
    }

    [Theory]
    [InlineData("--early-stop judges epochs by the validation loss; state --validation 0.1 too.", "--early-stop", "3")]
    [InlineData("--seeds trains several networks and does not go with --seed.", "--seeds", "1,2", "--seed", "4")]
    [InlineData("--seeds trains several networks and does not go with --save.", "--seeds", "1,2", "--save", "weights")]
    [InlineData("--seeds: expected different whole numbers with commas between them, as in 1,2,3, not 1,1.", "--seeds", "1,1")]
    [InlineData("--validation: expected a number from 0 to 0.5, not 0.6.", "--validation", "0.6")]
    [InlineData("--ema: expected a number from 0 to below 1, not 1.", "--ema", "1")]
    [InlineData("--early-stop: expected a whole number of at least 1, not 0.", "--early-stop", "0", "--validation", "0.1")]
    [InlineData("--dataset kmnist is not downloaded; state the folder of its files by --data DIR.", "--dataset", "kmnist")]
    [InlineData("--dataset: expected one of mnist, fashion-mnist, kmnist, emnist-digits, not cifar.", "--dataset", "cifar")]
    [InlineData("for the folder does not exist", "--resume", "absent/folder/checkpoints")]
    [InlineData("--report shows epochs; state --epochs of at least 1.", "--report", "report.html", "--epochs", "0")]
    [InlineData("--load FILE is needed: train --save FILE writes one.", "predict", "digit.png")]
    [InlineData("Option '--load' is required.", "evaluate")]
    public void Options_that_do_not_go_together_are_refused(string says, params string[] arguments)
    {
        var screen = new MnistTrainer.Report.Screen(TextWriter.Null, isTerminal: false);
        string[] errors = [.. CommandLine.RootCommands.Parse(arguments, screen).Errors.Select(error => error.Message)];
        Assert.Contains(says, Assert.Single(errors));
    }

    [Fact]
    public async Task A_training_writes_its_report_and_event_files()
    {
        string report = trainer.Path("report.html"), runs = trainer.Path("runs");
        TrainerProcess.Result result = await trainer.RunAsync([.. Small, "--report", report, "--tensorboard", runs]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string page = File.ReadAllText(report);
        Assert.Contains("mlp on MNIST", page);
        Assert.Contains("epoch 2", page);
        string events = Assert.Single(Directory.EnumerateFiles(runs));
        Assert.Contains("metrics/test_accuracy", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(events)));
    }

    private static string LastLineWith(string text, string output) =>
        output.Split('\n').Last(line => line.Contains(text, StringComparison.Ordinal));
}
