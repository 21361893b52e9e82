using System.Text;
using NetGen.Tests.Data;

namespace NetGen.Reports.Tests.TensorBoard;

/// <summary>What is logged is read back by a second reader that is written from the formats.</summary>
public class TensorBoardLogTests
{
    [Fact]
    public void Each_kind_of_value_is_read_back()
    {
        using var folder = new TemporaryFolder();
        float[] image = [0, 0.5f, 1, float.NaN, 2, -1];
        using (var log = new TensorBoardLog(folder.Path))
        {
            log.Scalar("own/number", 3, 0.25);
            log.Scalar("own/number", 1L << 40, double.NaN);
            log.Scalar("own/number", 5, double.NegativeInfinity);
            log.Text("own/text", 4, "**größer** als 1");
            log.Histogram("own/histogram", 5, [1, 2, 2, float.PositiveInfinity]);
            log.Image("own/grey", 6, image, channels: 1, height: 2, width: 3);
            log.Image("own/colour", 7, image, channels: 3, height: 1, width: 2);
        }

        LoggedEvents events = LoggedEvents.OfFolder(folder.Path);
        Assert.Equal([3, 1L << 40, 5], events.Steps("own/number"));
        Assert.Equal([0.25f, float.NaN, float.NegativeInfinity], events.Scalars("own/number"));

        ProtobufMessage text = events.Single("own/text");
        Assert.Equal("text", text.Message(9).Message(1).Text(1));
        Assert.Equal(7, text.Message(8).Number(1));
        Assert.Equal(1, text.Message(8).Message(2).Message(2).Number(1));
        Assert.Equal("**größer** als 1", text.Message(8).Text(8));

        ProtobufMessage histogram = events.Single("own/histogram").Message(5);
        Assert.Equal([1, 2, 3, 5, 9], new[] { 1, 2, 3, 4, 5 }.Select(histogram.Double));
        Assert.Equal(3, histogram.Doubles(7).Sum());
        Assert.Equal(histogram.Doubles(6).Length, histogram.Doubles(7).Length);
        Assert.Equal([1f], events.Scalars("own/histogram/not_finite"));

        AssertImage(events.Single("own/grey"), channels: 1, height: 2, width: 3);
        AssertImage(events.Single("own/colour"), channels: 3, height: 1, width: 2);
    }

    [Fact]
    public void A_png_file_is_stored_as_it_is()
    {
        using var folder = new TemporaryFolder();
        byte[] png = PngImage.Of(new byte[2 * 5 * 3], 3, height: 2, width: 5).Bytes.ToArray();
        using (var log = new TensorBoardLog(folder.Path))
            log.Image("chart", 0, png);

        ProtobufMessage image = LoggedEvents.OfFolder(folder.Path).Single("chart");
        AssertImage(image, channels: 3, height: 2, width: 5);
        Assert.Equal(png, image.Message(4).Bytes(4));
    }

    [Fact]
    public void A_fit_is_logged_with_all_its_figures()
    {
        using var folder = new TemporaryFolder();
        var network = new StripeNet(seed: 1);
        using var log = new TensorBoardLog(folder.Path)
        {
            EverySteps = 3,
            Histograms = true,
            Summary = StripeNet.Summary,
            Settings = new Dictionary<string, string> { ["data version"] = "a|b" },
        };
        var steps = new StepLosses();
        FitHistory history = network.Fit(Stripes.Draw(40, seed: 1), new SGD(0.1), epochs: 2, batchSize: 8, options: new FitOptions
        {
            Validation = Stripes.Draw(20, seed: 2),
            Metrics = ["f1", "accuracy"],
            Callbacks = [log, steps],
        }, cancellation: TestContext.Current.CancellationToken);

        LoggedEvents events = LoggedEvents.OfFolder(folder.Path);
        Assert.Equal([3, 5, 6, 9, 10], events.Steps("loss/train"));
        Assert.Equal((float)steps.Losses[..3].Average(), events.Scalars("loss/train")[0]);
        Assert.Equal((float)steps.Losses[3..5].Average(), events.Scalars("loss/train")[1]);
        Assert.Equal(Enumerable.Repeat(0.1f, 5), events.Scalars("optimizer/learning_rate"));
        Assert.Equal([5, 10], events.Steps("loss/validation"));
        Assert.Equal(history.Select(epoch => (float)epoch.ValidationLoss), events.Scalars("loss/validation"));
        Assert.Equal(history.Select(epoch => (float)epoch.Loss), events.Scalars("epoch/loss_train"));
        Assert.Equal(history.Select(epoch => (float)epoch.Validation!.Accuracy), events.Scalars("metrics/accuracy"));
        Assert.Equal(history.Select(epoch => (float)epoch.Validation!["f1"]), events.Scalars("metrics/f1"));
        Assert.Equal(2, events.Scalars("epoch/samples_per_second").Length);

        // The norm of all gradients is that of the histograms' squares.
        string[] names = [.. network.Parameters.Select(parameter => parameter.Name)];
        double squares = names.Sum(name => events.All($"gradients/{name}")[^1].Message(5).Double(5));
        Assert.Equal(Math.Sqrt(squares), events.Scalars("optimizer/gradient_norm")[^1], 1e-5);
        foreach (Parameter parameter in network.Parameters)
        {
            ProtobufMessage weights = events.All($"weights/{parameter.Name}")[^1].Message(5);
            Assert.Equal(parameter.Count, weights.Double(3));
            var values = new float[parameter.Count];
            parameter.Values.FlattenTo(values);
            Assert.Equal((values.Min(), values.Max()), (weights.Double(1), weights.Double(2)));
            Assert.Equal(values.Sum(value => (double)value), weights.Double(4), 1e-9);
        }

        AssertImage(events.All("filters/conv2d1.weight")[1], channels: 1, height: 42, width: 42);
        Assert.Contains("conv2d1", events.Single("network").Message(8).Text(8), StringComparison.Ordinal);
        string settings = events.Single("settings").Message(8).Text(8);
        foreach (string row in new[] { "| optimizer | SGD |", "| batch_size | 8 |", @"| data version | a\|b |" })
            Assert.Contains(row, settings, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_logged_does_not_change_what_is_learnt()
    {
        using var folder = new TemporaryFolder();
        using var log = new TensorBoardLog(folder.Path);
        StripeNet plain = Learn(), logged = Learn(log);
        Assert.Equal(ValuesOf(plain), ValuesOf(logged));

        static StripeNet Learn(params FitCallback[] callbacks)
        {
            var network = new StripeNet(seed: 1);
            network.Fit(
                Stripes.Draw(40, seed: 1), new Adam(), epochs: 2, options: new FitOptions { Callbacks = callbacks },
                cancellation: TestContext.Current.CancellationToken);
            return network;
        }

        static float[] ValuesOf(StripeNet network) => [.. network.Parameters.SelectMany(parameter =>
        {
            var values = new float[parameter.Count];
            parameter.Values.FlattenTo(values);
            return values;
        })];
    }

    /// <summary>Histograms and filters are of every second epoch, and of the last.</summary>
    [Fact]
    public void Epochs_between_have_scalars_alone()
    {
        using var folder = new TemporaryFolder();
        using var log = new TensorBoardLog(folder.Path) { EveryEpochs = 2, Histograms = true };
        new StripeNet(seed: 1).Fit(
            Stripes.Draw(16, seed: 1), new Adam(), epochs: 5, batchSize: 8, options: new FitOptions { Callbacks = [log] },
            cancellation: TestContext.Current.CancellationToken);
        LoggedEvents events = LoggedEvents.OfFolder(folder.Path);
        Assert.Equal([2, 4, 6, 8, 10], events.Steps("epoch/loss_train"));
        foreach (string tag in new[] { "weights/linear1.bias", "gradients/linear1.bias", "filters/conv2d1.weight" })
            Assert.Equal([4, 8, 10], events.Steps(tag));
    }

    /// <summary>A fit that goes on from a checkpoint writes a further file, whose steps go on.</summary>
    [Fact]
    public void A_resumed_fit_goes_on_in_its_steps()
    {
        using var folder = new TemporaryFolder();
        string logs = Path.Combine(folder.Path, "logs"), checkpoints = Path.Combine(folder.Path, "checkpoints");
        Fit(epochs: 2);
        Fit(epochs: 4);

        Assert.Equal(2, Directory.GetFiles(logs).Length);
        Assert.Equal([2, 4, 6, 8], LoggedEvents.OfFolder(logs).Steps("epoch/loss_train"));

        void Fit(int epochs)
        {
            using var log = new TensorBoardLog(logs);
            new StripeNet(seed: 1).Fit(Stripes.Draw(16, seed: 1), new Adam(), epochs, batchSize: 8, options: new FitOptions
            {
                Callbacks = [log],
                Checkpoint = new Checkpoint(checkpoints),
                Resume = true,
            }, cancellation: TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_files_name_has_the_seconds_and_the_host()
    {
        using var folder = new TemporaryFolder();
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        EventFile.Create(folder.Path, time).Dispose();
        EventFile.Create(folder.Path, time).Dispose();
        string[] names = folder.Files();
        Assert.Matches(@"^events\.out\.tfevents\.1234567890\.[\w.-]+$", names[0]);
        Assert.Equal($"{names[0]}.1", names[1]);
    }

    /// <summary>Wherever the file is cut, all records before are read; and a byte that is changed is found.</summary>
    [Fact]
    public void A_file_that_is_cut_is_read_up_to_there()
    {
        using var folder = new TemporaryFolder();
        using (var log = new TensorBoardLog(folder.Path))
        {
            for (int step = 0; step < 3; step++)
                log.Scalar("value", step, step);
        }

        byte[] file = File.ReadAllBytes(Path.Combine(folder.Path, Assert.Single(folder.Files())));
        int[] ends = EndsOf(file);
        Assert.Equal(4, ends.Length);
        for (int length = ends[0]; length <= file.Length; length++)
            Assert.Equal(ends.Count(end => end <= length) - 1, LoggedEvents.OfFile(file[..length]).Steps("value").Length);
        for (int at = 0; at < file.Length; at++)
        {
            byte[] damaged = [.. file];
            damaged[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => RecordReader.Read(damaged));
        }

        static int[] EndsOf(byte[] file)
        {
            int end = 0;
            return [.. RecordReader.Read(file).Select(record => end += record.Length + 16)];
        }
    }

    /// <summary>While the log is open all that was logged is in the file.</summary>
    [Fact]
    public void What_is_logged_is_readable_at_once()
    {
        using var folder = new TemporaryFolder();
        using var log = new TensorBoardLog(folder.Path);
        for (int step = 0; step < 3; step++)
        {
            log.Scalar("value", step, 1);
            using var stream = new FileStream(
                Path.Combine(folder.Path, folder.Files()[0]), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] file = new byte[stream.Length];
            stream.ReadExactly(file);
            Assert.Equal(step + 1, LoggedEvents.OfFile(file).Steps("value").Length);
        }
    }

    [Fact]
    public void Scalars_allocate_nothing_once_the_file_is_open()
    {
        using var folder = new TemporaryFolder();
        using var log = new TensorBoardLog(folder.Path);
        float[] values = [.. Enumerable.Range(0, 1000).Select(value => value - 500f)];
        for (int step = 0; step < 100; step++)
            Write(step);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 100; step++)
            Write(step);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Write(long step)
        {
            log.Scalar("value", step, step);
            log.Histogram("values", step, values);
        }
    }

    [Fact]
    public void What_cannot_be_logged_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var log = new TensorBoardLog(folder.Path);
        Assert.Throws<ArgumentException>(() => new TensorBoardLog(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorBoardLog("x") { EverySteps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorBoardLog("x") { EveryEpochs = 0 });
        Assert.Throws<ArgumentException>(() => log.Scalar("", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Scalar("value", -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Image("image", 0, new float[8], channels: 2, height: 2, width: 2));
        Assert.Contains(
            "1×2×2 has 4 values; got 5",
            Assert.Throws<ArgumentException>(() => log.Image("image", 0, new float[5], channels: 1, height: 2, width: 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => log.Image("image", 0, Encoding.UTF8.GetBytes("GIF89a".PadRight(40))));
        Assert.Empty(folder.Files());
    }

    private static void AssertImage(ProtobufMessage value, int channels, int height, int width)
    {
        ProtobufMessage image = value.Message(4);
        Assert.Equal((height, width, channels), (image.Number(1), image.Number(2), image.Number(3)));
        PngImage png = PngImage.Read(image.Bytes(4), "bytes");
        Assert.Equal((height, width, channels), (png.Height, png.Width, png.Channels));
    }

    private sealed class StepLosses : FitCallback
    {
        public List<double> Losses { get; } = [];

        public override void OnStepEnd(FitContext fit, in FitProgress progress) => Losses.Add(progress.StepLoss);
    }
}
