// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Execution.Tests.Compilation;
using NetGen.Tests.Data;

namespace NetGen.Execution.Tests.Training;

/// <summary>
/// A training that ends anywhere and is begun again gives the bits of one that did not end: with two inputs, batch normalisation, dropout,
/// an order of its own for each epoch, schedules, a validation set and the best epoch.
/// </summary>
public class ResumeTests
{
    private const int Samples = 38, BatchSize = 8, StepsPerEpoch = 4, Epochs = 3;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Resumed",
        [
            ("Networks", """
                using NetGen;
                namespace Resumed;

                [Network, Input(6), Input(3, Name = "event")]
                [Concat<Identity, Event>, Linear(12), BatchNorm, ReLU, Dropout(0.3), Linear(3), CrossEntropy]
                public partial class Joined
                {
                    [From("event"), Linear(5), Tanh, Dropout(0.2)] partial class Event : Block;
                }

                [Network, Input(6), Linear(6, Name = "first"), Tanh, Linear(6, Name = "second", Tied = "first"), CrossEntropy]
                public partial class Tied;
                """),
        ]));

    public static TheoryData<string> Optimizers =>
        ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "NAdam", "Lion", "Muon", "ScheduleFreeAdamW"];

    /// <summary>The steps after which the process ends, one after another.</summary>
    public static TheoryData<string> Ends =>
        [.. Enumerable.Range(1, StepsPerEpoch * Epochs).Select(step => $"{step}"), "1 2 3 5 7 11", "4 4 4 8 8 12"];

    [Theory, MemberData(nameof(Ends))]
    public void After_any_step(string ends)
    {
        using var folder = new TemporaryFolder();
        RequireSame(
            folder, [.. ends.Split(' ').Select(int.Parse)], () => new NAdam(0.02),
            Options(folder) with { StepSchedule = new OneCycleSchedule(0.05) });
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void With_any_optimizer(string name)
    {
        using var folder = new TemporaryFolder();
        RequireSame(folder, [3, 7, 10], () => Create(name), Options(folder));

        static Optimizer Create(string name) => name switch
        {
            "SGD" => new SGD(0.05, momentum: 0.9, dampening: 0.1),
            "Adam" => new Adam(0.01),
            "AdamW" => new AdamW(0.01),
            "RMSprop" => new RMSprop(0.01, momentum: 0.5, centered: true),
            "Adagrad" => new Adagrad(0.05, initialAccumulatorValue: 0.1),
            "Adadelta" => new Adadelta(),
            "Lion" => new Lion(0.003),
            "Muon" => new Muon(0.01),
            "ScheduleFreeAdamW" => new ScheduleFreeAdamW(0.02, warmupSteps: 4),
            _ => new NAdam(0.01),
        };
    }

    [Fact]
    public void With_a_rate_that_falls_on_a_plateau()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder) with
        {
            ReduceOnPlateau = new ReduceOnPlateau { Patience = 0, Threshold = 0.5, Factor = 0.5, Cooldown = 1 },
        };
        FitHistory history = RequireSame(folder, [5, 6, 9], () => new Adam(0.02), options);
        Assert.Equal([0.02, 0.02, 0.01], history.Select(epoch => epoch.LearningRate));
    }

    /// <summary>The file has the averaged weights under the network's names, so that they are what it gives to predict with.</summary>
    [Fact]
    public void With_averaged_weights()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder) with { Average = new WeightAverage(0.8), ClipNorm = 0.5 };
        RequireSame(folder, [3, 7, 10], () => new Adam(0.02), options);
        Network once = Network("Joined"), loaded = Network("Joined");
        Train(once, new Adam(0.02), options with { Checkpoint = null, Resume = false, KeepBest = false });
        Assert.Empty(loaded.LoadMatching(Path.Combine(folder.Path, folder.Files()[^1])).Missing);
        Assert.Equal(Saved(once), Saved(loaded));
        string message = Assert.Throws<InvalidDataException>(
            () => Train(Network("Joined"), new Adam(0.02), options with { Average = null })).Message;
        Assert.Contains("is a checkpoint with averaged weights; expected the Average of the program", message, StringComparison.Ordinal);
    }

    /// <summary>Steps of 16 samples, and one of 6 at the end of each epoch: the file is between two steps.</summary>
    [Fact]
    public void With_accumulated_gradients()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder) with { Accumulate = 2, DropLast = false };
        RequireSame(folder, [2, 3, 4, 9], () => new Adam(0.02), options);
        string message = Assert.Throws<InvalidDataException>(
            () => Train(Network("Joined"), new Adam(0.02), options with { Accumulate = 3 })).Message;
        Assert.Contains("Accumulate was 2 there and is 3 here", message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_epochs_only_and_schedules_of_epochs()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder) with
        {
            Checkpoint = new Checkpoint(folder.Path) { EveryEpochs = 2, Keep = 1 },
            EpochSchedule = new WarmupSchedule(new CosineAnnealingSchedule(0.02), warmupSteps: 1),
            DropLast = true,
            Shuffle = false,
        };
        RequireSame(folder, [3, 6, 9, 10], () => new Adam(), options);
        Assert.Equal(["checkpoint-000000000012.safetensors"], folder.Files());
    }

    /// <summary>The second file of the first process, and the third of the next, end after so many bytes.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1500)]
    [InlineData(5000)]
    public void Inside_a_write(int bytes)
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder);
        var failure = new IOException("No space left on device");
        int files = 0;
        FitOptions failing = options with
        {
            Checkpoint = options.Checkpoint! with
            {
                Through = stream => ++files is 2 or 5 ? new FailingStream(stream, bytes, failure) : stream,
            },
        };
        foreach (int whole in (int[])[1, 2])
        {
            Network ended = Network("Joined");
            var error = Assert.Throws<IOException>(() => Train(ended, new Adam(0.02), failing));
            Assert.Contains("The checkpoint '", error.Message, StringComparison.Ordinal);
            Assert.Contains("cannot be written: No space left on device", error.Message, StringComparison.Ordinal);
            Assert.Equal(whole, folder.Files().Length);
            Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        }

        RequireSame(folder, [], () => new Adam(0.02), options);
    }

    [Fact]
    public void A_finished_training_is_there_again()
    {
        using var folder = new TemporaryFolder();
        RequireSame(folder, [], () => new Adam(0.02), Options(folder));
        FitHistory again = RequireSame(folder, [], () => new Adam(0.02), Options(folder) with
        {
            Progress = _ => Assert.Fail("no step is left"), EpochEnded = _ => Assert.Fail("no epoch is left"),
        });
        Assert.Equal(Epochs, again.Count);
    }

    [Fact]
    public void More_epochs_are_added_to_it()
    {
        using var folder = new TemporaryFolder();
        Train(Network("Joined"), new Adam(0.02), Options(folder));
        Network longer = Network("Joined"), once = Network("Joined");
        Assert.Equal(Epochs + 2, Train(longer, new Adam(0.02), Options(folder), Epochs + 2).Count);
        Train(once, new Adam(0.02), Options(folder) with { Checkpoint = null, Resume = false }, Epochs + 2);
        Assert.Equal(Saved(once), Saved(longer));
    }

    /// <summary>What was stopped early stays so.</summary>
    [Fact]
    public void An_early_stop_is_remembered()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = Options(folder) with { StopWhen = epoch => epoch.Epoch == 2 };
        FitHistory first = Train(Network("Joined"), new Adam(0.02), options), again = Train(Network("Joined"), new Adam(0.02), options);
        Assert.Equal((2, 2), (first.Count, again.Count));
        Assert.Equal((true, true), (first.StoppedEarly, again.StoppedEarly));
    }

    [Fact]
    public void Shared_weights_are_in_the_file_under_each_name()
    {
        using var folder = new TemporaryFolder();
        FitOptions options = new() { Checkpoint = new Checkpoint(folder.Path), Resume = true };
        float[] samples = Numbers(20 * 6, 1);
        var data = new ArrayDataSet(samples, Whole(20, 6, 2), 6, [6]);
        Network first = Network("Tied"), second = Network("Tied"), loaded = Network("Tied");
        first.Fit(data, new Adam(), 2, threads: 1, options: options);
        second.Fit(data, new Adam(), 2, threads: 1, options: options);
        Assert.Equal(Saved(first), Saved(second));

        // The weights alone are taken from it too.
        Assert.Empty(loaded.LoadMatching(Path.Combine(folder.Path, folder.Files()[^1])).Missing);
        Assert.Equal(Saved(first), Saved(loaded));
    }

    /// <summary>Ends a training after steps of each process, begins again, and compares with one that did not end.</summary>
    private static FitHistory RequireSame(TemporaryFolder folder, int[] ends, Func<Optimizer> optimizer, FitOptions options)
    {
        Network once = Network("Joined");
        FitHistory expected = Train(
            once, optimizer(), options with { Checkpoint = null, Resume = false, Progress = null, EpochEnded = null });
        foreach (int end in ends)
        {
            Assert.Throws<TimeoutException>(() => Train(Network("Joined"), optimizer(), options with
            {
                Progress = progress =>
                {
                    if (((progress.Epoch - 1) * StepsPerEpoch) + (progress.SamplesDone / BatchSize) >= end)
                        throw new TimeoutException();
                },
            }));
        }

        Network resumed = Network("Joined");
        FitHistory history = Train(resumed, optimizer(), options);
        Assert.Equal(Saved(once), Saved(resumed));
        Assert.Equal(
            expected.Select(epoch => (epoch.Epoch, epoch.Loss, epoch.ValidationLoss, epoch.LearningRate)),
            history.Select(epoch => (epoch.Epoch, epoch.Loss, epoch.ValidationLoss, epoch.LearningRate)));
        Assert.Equal(expected.Best.Epoch, history.Best.Epoch);
        Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.InRange(folder.Files().Length, 1, options.Checkpoint!.Keep);
        return history;
    }

    private static FitOptions Options(TemporaryFolder folder) => new()
    {
        Checkpoint = new Checkpoint(folder.Path) { EverySteps = 2, Keep = 2 },
        Resume = true,
        DropLast = true,
        Validation = Data(20, 5),
        Metrics = ["f1"],
        KeepBest = true,
        EarlyStopping = new EarlyStopping(10),
    };

    private static FitHistory Train(Network network, Optimizer optimizer, FitOptions options, int epochs = Epochs) =>
        network.Fit(Data(Samples, 1), optimizer, epochs, BatchSize, threads: 1, seed: 4, options);

    private static ArrayDataSet Data(int samples, int seed) =>
        new ArrayDataSet(Numbers(samples * 6, seed), Whole(samples, 3, seed + 1), 3, [6])
            .WithInput("event", Numbers(samples * 3, seed + 2));

    private static Network Network(string name) => Compiled.Value.Create($"Resumed.{name}", lanes: 8, seed: 1);

    private static byte[] Saved(Network network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static int[] Whole(int count, int below, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
    }
}
