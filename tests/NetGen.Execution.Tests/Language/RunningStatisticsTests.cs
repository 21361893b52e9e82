using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Language;

/// <summary>The running statistics of BatchNorm as a user sees them: after steps, in files, for any number of threads.</summary>
public class RunningStatisticsTests
{
    private const double Tolerance = 1e-6;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("RunningStatistics",
    [
        ("Cumulative", """
            using NetGen;

            [Network, Input(2), BatchNorm(CumulativeAverage = true, Name = "bn")]
            public partial class Cumulative;
            """),
        ("Moving", """
            using NetGen;

            [Network, Input(2), BatchNorm(Name = "bn")]
            public partial class Moving;
            """),
        ("Deep", """
            using NetGen;

            [Network, Input(3, 9, 7), Conv2d(5, 3), BatchNorm(CumulativeAverage = true), ReLU]
            [Flatten, Linear(17), BatchNorm(CumulativeAverage = true)]
            public partial class Deep;
            """),
    ]));

    /// <summary>Means 3 and 4, variances (of a sample) 2 and 8.</summary>
    private static readonly float[] First = [2, 2, 4, 6];

    /// <summary>Means 0 and −2, variances 18 and 2.</summary>
    private static readonly float[] Second = [3, -1, -3, -3];

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void A_cumulative_average_counts_each_batch_the_same(int lanes)
    {
        Network network = Create("Cumulative", lanes);
        Pass(network, First);
        Near([3, 4], [2, 8], 1, network);
        Pass(network, Second);
        Near([1.5, 1], [10, 5], 2, network);
        Pass(network, Second);
        Near([1, 0], [38 / 3.0, 4], 3, network);
    }

    /// <summary>Here the count changes nothing, but PyTorch's state dict has it.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void A_moving_average_forgets(int lanes)
    {
        Network network = Create("Moving", lanes);
        Pass(network, First);
        Near([0.3, 0.4], [0.9 + 0.2, 0.9 + 0.8], 1, network);
        Pass(network, Second);
        Near([0.27, 0.36 - 0.2], [0.99 + 1.8, 1.53 + 0.2], 2, network);
    }

    [Fact]
    public void Average_and_count_go_on_from_a_file()
    {
        Network saved = Create("Cumulative");
        Pass(saved, First);
        Pass(saved, Second);
        using var file = new MemoryStream();
        saved.Save(file);
        file.Position = 0;
        Network loaded = Create("Cumulative");
        loaded.Load(file);
        Near([1.5, 1], [10, 5], 2, loaded);
        Pass(loaded, Second);
        Near([1, 0], [38 / 3.0, 4], 3, loaded);
    }

    /// <summary>
    /// The state dict of a torch.nn.BatchNorm1d(2) that has seen two batches; files from before PyTorch 0.4.1 have no count.
    /// </summary>
    [Theory]
    [InlineData("Moving", true)]
    [InlineData("Moving", false)]
    [InlineData("Cumulative", true)]
    [InlineData("Cumulative", false)]
    public void A_file_of_PyTorch_is_read_with_its_count_and_without(string name, bool hasCount)
    {
        Network network = Create(name);
        Pass(network, First);
        network.Load(FileOfPyTorch(hasCount));
        Near([1.5, 1], [10, 5], hasCount ? 2 : 0, network);
        Assert.Equal([1, 2], Values(network.Parameters[0]));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] alone = Train(threads: 1);
        Assert.Contains(3f, alone);
        Assert.Equal(alone, Train(threads: 3));

        float[] Train(int threads)
        {
            Network network = Create("Deep");
            using Trainer trainer = network.CreateTrainer(new SGD(0.1f), batchSize: 13, threads);
            var random = new Random(5);
            float[] inputs = new float[13 * 3 * 9 * 7];
            float[] outputs = new float[13 * 17];
            for (int step = 0; step < 3; step++)
            {
                for (int i = 0; i < inputs.Length; i++)
                    inputs[i] = random.NextSingle() + step;
                trainer.Forward(inputs, outputs);
                trainer.Backward(outputs);
                trainer.Update();
            }

            return [.. network.Statistics.SelectMany(Values)];
        }
    }

    private static Network Create(string name, int? lanes = null) =>
        Compiled.Value.Create(name, lanes ?? NetGen.Runtime.VectorWidth.Preferred);

    private static void Pass(Network network, float[] batch)
    {
        using Trainer trainer = network.CreateTrainer(new SGD(0.1f), batchSize: 3);
        trainer.Forward(batch, new float[batch.Length]);
    }

    private static void Near(double[] means, double[] variances, int batches, Network network)
    {
        Assert.Equal(
            ["bn.running_mean", "bn.running_var", "bn.num_batches_tracked"], network.Statistics.Select(statistic => statistic.Name));
        double[] expected = [.. means, .. variances, batches];
        foreach ((double wanted, float value) in expected.Zip(network.Statistics.SelectMany(Values)))
            Assert.Equal(wanted, value, Tolerance * (1 + Math.Abs(wanted)));
    }

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }

    private static MemoryStream FileOfPyTorch(bool hasCount)
    {
        string count = hasCount ? ""","bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[32,40]}""" : "";
        byte[] header = System.Text.Encoding.UTF8.GetBytes($$"""
            {"bn.weight":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"bn.bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},
             "bn.running_mean":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},
             "bn.running_var":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}{{count}}}
            """);
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write((ulong)header.Length);
        writer.Write(header);
        foreach (float value in (float[])[1, 2, 0, 0, 1.5f, 1, 10, 5])
            writer.Write(value);
        if (hasCount)
            writer.Write(2L);
        writer.Flush();
        file.Position = 0;
        return file;
    }
}
