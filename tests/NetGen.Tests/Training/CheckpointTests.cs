// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using System.Text;
using System.Text.Json.Nodes;
using NetGen.Tests.Data;

namespace NetGen.Tests.Training;

/// <summary>The files of checkpoints, and those that are refused: each by its name, with nothing changed.</summary>
public class CheckpointTests
{
    [Fact]
    public void Files_are_named_by_steps_and_the_last_are_kept()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "made", "anew");
        var options = new FitOptions { Checkpoint = new Checkpoint(path) { EverySteps = 2, Keep = 3 } };
        new LinearClassifier().Fit(new Clusters(40), new SGD(), epochs: 3, batchSize: 10, threads: 1, options: options);
        Assert.Equal(
            ["checkpoint-000000000008.safetensors", "checkpoint-000000000010.safetensors", "checkpoint-000000000012.safetensors"],
            Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    /// <summary>A killed process leaves a file under the other name; other files of the folder are nobody's business.</summary>
    [Fact]
    public void What_a_write_left_behind_is_removed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("checkpoint-000000000002.safetensors.0123.tmp", [1, 2, 3]);
        folder.Write("notes.tmp", [1]);
        folder.Write("checkpoint-last.safetensors", [1]);
        Fit(folder);
        Assert.Equal(
            ["checkpoint-000000000003.safetensors", "checkpoint-000000000006.safetensors", "checkpoint-last.safetensors", "notes.tmp"],
            folder.Files());
    }

    [Fact]
    public void A_checkpoint_of_an_earlier_training_is_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        Fit(folder);
        var data = new Clusters(40);
        string message = Assert.Throws<IOException>(() => Fit(folder, data: data, resume: false)).Message;
        Assert.Contains("checkpoint-000000000006.safetensors' is a checkpoint of an earlier training. Set FitOptions.Resume", message);
        Assert.Empty(data.Visited);
    }

    [Fact]
    public void A_checkpoint_of_another_training_is_refused_with_both_values()
    {
        using var folder = new TemporaryFolder();
        Fit(folder);
        Refused("checkpoint of the optimizer Adam; expected one of SGD", () => Fit(folder, optimizer: new SGD()));
        Refused("the batch size was 16 there and is 8 here", () => Fit(folder, batchSize: 8));
        Refused("the seed was 3 there and is 4 here", () => Fit(folder, seed: 4));
        Refused("the number of samples was 40 there and is 41 here", () => Fit(folder, data: new Clusters(41)));
        Refused("Shuffle was True there and is False here", () => Fit(folder, change: options => options with { Shuffle = false }));
        Refused("DropLast was False there and is True here", () => Fit(folder, change: options => options with { DropLast = true }));
        Refused("without the best epoch's parameters, which KeepBest needs", () => Fit(
            folder, change: options => options with { KeepBest = true, Monitor = FitMonitor.TrainingLoss }));
        Refused(
            "is a checkpoint of another LinearClassifier or of another optimizer; nothing was loaded. missing: 'bn.running_mean' [3]; "
                + "missing: 'bn.running_var' [3]; missing: 'bn.num_batches_tracked' [].",
            () => Fit(folder, network: new LinearClassifier(withStatistics: true)));
        string weights = Path.Combine(folder.Path, "checkpoint-000000000009.safetensors");
        new LinearClassifier().Save(weights);
        Refused("is no checkpoint: it has tensors and no state of a training. Weights are read by Network.Load.", () => Fit(folder));

        void Refused(string message, Action fit)
        {
            string[] before = folder.Files();
            Assert.Contains(message, Assert.Throws<InvalidDataException>(fit).Message);
            Assert.Equal(before, folder.Files());
        }
    }

    /// <summary>At any length there is an error that names the file, and the network is as it was.</summary>
    [Fact]
    public void A_truncated_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        Fit(folder);
        string path = Path.Combine(folder.Path, "checkpoint-000000000006.safetensors");
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(path, whole[..length]);
            var network = new LinearClassifier();
            float[] before = network.Memory.ParameterBlock.Span.ToArray();
            Assert.Contains("checkpoint-000000000006.safetensors", Assert.Throws<InvalidDataException>(
                () => Fit(folder, network: network)).Message);
            Assert.Equal(before, network.Memory.ParameterBlock.Span.ToArray());
        }
    }

    /// <summary>Changed bytes give another number, or an error that names the file; never another exception.</summary>
    [Fact]
    public void A_changed_file_is_read_or_refused()
    {
        const int Changes = 200;
        using var folder = new TemporaryFolder();
        Fit(folder);
        string path = Path.Combine(folder.Path, "checkpoint-000000000006.safetensors");
        byte[] whole = File.ReadAllBytes(path);
        int header = 8 + (int)BitConverter.ToUInt64(whole), refused = 0;
        var random = new Random(1);
        for (int change = 0; change < Changes; change++)
        {
            byte[] changed = [.. whole];
            for (int i = random.Next(1, 4); i > 0; i--)
                changed[random.Next(header)] = random.Next(2) == 0 ? (byte)random.Next(256) : whole[random.Next(header)];
            File.WriteAllBytes(path, changed);
            try
            {
                Fit(folder, change: options => options with { StopWhen = _ => true });
            }
            catch (InvalidDataException error)
            {
                Assert.Contains(path, error.Message);
                refused++;
            }
        }

        Assert.InRange(refused, Changes / 2, Changes);
    }

    [Theory]
    [InlineData("EpochsDone", "3")]
    [InlineData("EpochsDone", "-1")]
    [InlineData("StepsDone", "5")]
    [InlineData("SamplesDone", "8")]
    [InlineData("SamplesDone", "48")]
    [InlineData("OptimizerSteps", "-4")]
    [InlineData("LearningRate", "\"NaN\"")]
    [InlineData("FirstStep", "9223372036854775807")]
    public void A_state_that_contradicts_itself_is_refused(string name, string value) =>
        RequireRefused("whose numbers contradict each other", state => state[name] = JsonNode.Parse(value));

    /// <summary>Training is stopped between two epochs, and not before the first has ended.</summary>
    [Fact]
    public void A_stop_before_the_first_epoch_has_ended_is_refused() => RequireRefused("whose numbers contradict each other", state =>
    {
        state["StoppedEarly"] = true;
        state["EpochsDone"] = 0;
        state["StepsDone"] = 1;
        state["SamplesDone"] = 16;
        state["History"] = new JsonArray();
    });

    /// <summary>Numbers that agree with each other, and whose sums with those of the fit overflow.</summary>
    [Theory]
    [InlineData(int.MaxValue - 3, 0)]
    [InlineData(0, long.MaxValue - 7)]
    public void A_state_beyond_all_trainings_is_refused(int firstEpoch, long firstStep) =>
        RequireRefused("whose numbers contradict each other", state =>
        {
            state["FirstEpoch"] = firstEpoch;
            state["FirstStep"] = firstStep;
            state["EpochsDone"] = firstEpoch + 2;
            state["StepsDone"] = firstStep + 6;
            for (int i = 0; i < 2; i++)
                state["History"]!.AsArray()[i]!["Epoch"] = firstEpoch + i + 1;
        });

    [Fact]
    public void A_state_that_is_not_one_is_refused()
    {
        RequireRefused("is a checkpoint of version 2; expected 1", state => state["Version"] = 2);
        RequireRefused("state that cannot be read", state => state.Remove("Best"));
        RequireRefused("state that cannot be read", state => state["History"] = null);
        RequireRefused("state that cannot be read", state => state["History"] = new JsonArray(1));
        RequireRefused("whose numbers contradict each other", state => state["History"]!.AsArray()[0] = null);
        RequireRefused("whose numbers contradict each other", state => state["History"]!.AsArray()[1]!["Epoch"] = 3);
        RequireRefused("state that cannot be read", state => state["BatchSize"] = "many");
        RequireRefused("state that cannot be read", state => state["OptimizerNumbers"] = null);
    }

    [Fact]
    public void Refuses_bad_arguments()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("file", []);
        Assert.Contains("is a file; expected a folder for checkpoints", Assert.Throws<IOException>(() => Fit(file)).Message);
        Assert.Throws<ArgumentException>("folder", () => new Checkpoint(""));
        Assert.Throws<ArgumentOutOfRangeException>("Keep", () => new Checkpoint("a") { Keep = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("EverySteps", () => new Checkpoint("a") { EverySteps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("EveryEpochs", () => new Checkpoint("a") { EveryEpochs = -1 });
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_refused()
    {
        using var folder = new TemporaryFolder();
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("A folder's rights bind no administrator.");
            return;
        }

        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string message = Assert.Throws<UnauthorizedAccessException>(() => Fit(folder)).Message;
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains($"The folder '{folder.Path}' may not be written to", message);
    }

    /// <summary>A folder in which the system lets nobody make a file, as on a disk that is read-only.</summary>
    [Fact]
    public void A_folder_that_cannot_be_written_to_is_named()
    {
        const string Folder = "/proc/self";
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Only Linux has such a folder.");
            return;
        }

        string message = Assert.ThrowsAny<Exception>(() => Fit(Folder)).Message;
        Assert.StartsWith($"The folder '{Folder}' ", message, StringComparison.Ordinal);
        Assert.Contains("be written to", message, StringComparison.Ordinal);
    }

    /// <summary>A loss that is not finite is JSON too.</summary>
    [Fact]
    public void A_loss_that_is_NaN_is_written_and_read()
    {
        using var folder = new TemporaryFolder();
        FitHistory first = Diverge(), again = Diverge();
        Assert.True(double.IsNaN(first[1].Loss) && double.IsNaN(again[1].Loss));

        FitHistory Diverge() => Fit(folder, optimizer: new Adam(1e30), change: options => options with { StopAtNonFiniteLoss = false });
    }

    [Fact]
    public void A_metric_that_is_monitored_from_a_checkpoint_on_judges_the_epochs_behind_it()
    {
        using var folder = new TemporaryFolder();
        Fit(folder);
        FitHistory history = new LinearClassifier().Fit(
            new Clusters(40), new Adam(), epochs: 4, batchSize: 16, threads: 1, seed: 3,
            new FitOptions { Checkpoint = new Checkpoint(folder.Path), Resume = true, Validation = new Clusters(20), Monitor = "f1" });
        Assert.Equal(4, history.Count);
        Assert.InRange(history.Best.Epoch, 3, 4);
    }

    private static void RequireRefused(string message, Action<JsonObject> change)
    {
        using var folder = new TemporaryFolder();
        Fit(folder);
        string path = Path.Combine(folder.Path, "checkpoint-000000000006.safetensors");
        byte[] whole = File.ReadAllBytes(path);
        int length = (int)BitConverter.ToUInt64(whole);
        JsonObject header = JsonNode.Parse(whole.AsSpan(8, length))!.AsObject();
        JsonNode metadata = header[SafetensorsHeader.MetadataName]!;
        JsonObject state = JsonNode.Parse(metadata[CheckpointFile.MetadataName]!.GetValue<string>())!.AsObject();
        change(state);
        metadata[CheckpointFile.MetadataName] = state.ToJsonString();
        byte[] text = Encoding.UTF8.GetBytes(header.ToJsonString());
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)text.Length), .. text, .. whole.AsSpan(8 + length)]);
        var network = new LinearClassifier();
        float[] before = network.Memory.ParameterBlock.Span.ToArray();
        string refusal = Assert.Throws<InvalidDataException>(() => Fit(folder, network: network)).Message;
        Assert.Contains(message, refusal);
        Assert.Contains(path, refusal);
        Assert.Equal(before, network.Memory.ParameterBlock.Span.ToArray());
    }

    private static FitHistory Fit(
        TemporaryFolder folder, LinearClassifier? network = null, Optimizer? optimizer = null, Clusters? data = null, int batchSize = 16,
        int seed = 3, bool resume = true, Func<FitOptions, FitOptions>? change = null)
    {
        var options = new FitOptions { Checkpoint = new Checkpoint(folder.Path), Resume = resume };
        return (network ?? new LinearClassifier()).Fit(
            data ?? new Clusters(40), optimizer ?? new Adam(), epochs: 2, batchSize, threads: 1, seed, change?.Invoke(options) ?? options);
    }

    private static void Fit(string folder) => new LinearClassifier().Fit(
        new Clusters(40), new Adam(), epochs: 2, threads: 1, options: new FitOptions { Checkpoint = new Checkpoint(folder) });
}
