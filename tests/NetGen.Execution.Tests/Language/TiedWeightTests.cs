using NetGen.Execution.Tests.Golden;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>A weight that several layers share: one place in memory, several names in files.</summary>
public class TiedWeightTests
{
    private const int Samples = 8;

    [Fact]
    public void It_is_counted_once_and_has_a_member_of_each_layer()
    {
        Network network = LanguageNetworks.Create("TiedMlp");
        Assert.Equal(
            ["encoder.weight", "encoder.bias", "linear2.bias", "linear3.weight", "linear3.bias"],
            network.Parameters.Select(parameter => parameter.Name));
        Assert.Equal((256 * 256) + 256 + 256 + 2560 + 10, network.ParameterCount);
        Assert.Equal(network.ParameterCount, network.GetType().GetField("TotalParameters")!.GetRawConstantValue());

        Parameter shared = Weight(network, "Linear2");
        Assert.Equal("linear2.weight", shared.Name);
        shared.Values[3, 5] = 42;
        Assert.Equal(42, Weight(network, "Encoder").Values[3, 5]);
    }

    /// <summary>
    /// A large matrix changes in the method that computes its gradient, but a shared one not before all its gradients are added.
    /// </summary>
    [Theory]
    [InlineData(16, 1)]
    [InlineData(8, 3)]
    [InlineData(4, 1)]
    [InlineData(1, 1)]
    public void A_step_is_forward_backward_and_update(int lanes, int threads)
    {
        float[] byHand = Train(lanes, threads, byHand: true);
        Assert.Equal(byHand, Train(lanes, threads, byHand: false));
        Assert.DoesNotContain(
            LanguageNetworks.Create("TiedMlp", lanes).Description.Training.FusedUpdates ?? [], range => range.Offset < 256 * 256);
    }

    [Fact]
    public void An_autoencoder_with_one_weight_learns()
    {
        Network network = LanguageNetworks.Create("TiedAutoencoder");
        using Trainer trainer = network.CreateTrainer(new Adam(0.02), Samples);
        float[] images = LanguageNetworks.Numbers(Samples * 36, 1);
        float first = trainer.Step(images);
        float last = 0;
        for (int step = 0; step < 300; step++)
            last = trainer.Step(images);
        Assert.True(last < first / 3, $"the loss went from {first} to {last}");
    }

    [Fact]
    public void A_file_has_it_under_each_name()
    {
        string path = Path.GetTempFileName();
        try
        {
            Network saved = LanguageNetworks.Create("TiedMlp", seed: 1);
            saved.Save(path);
            SafetensorsFile file = SafetensorsFile.Read(path);
            Assert.Equal(
                ["encoder.bias", "encoder.weight", "linear2.bias", "linear2.weight", "linear3.bias", "linear3.weight"], file.Names.Order());
            Assert.Equal(file["encoder.weight"].Values, file["linear2.weight"].Values);

            Network loaded = LanguageNetworks.Create("TiedMlp", seed: 2);
            loaded.Load(path);
            Assert.Equal(saved.Memory.Parameters, loaded.Memory.Parameters);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What writes safetensors elsewhere leaves out one of two names of a tensor.</summary>
    [Theory]
    [InlineData("encoder.weight")]
    [InlineData("linear2.weight")]
    public void One_name_is_enough(string leftOut)
    {
        Network saved = LanguageNetworks.Create("TiedMlp", seed: 1);
        Network loaded = LanguageNetworks.Create("TiedMlp", seed: 2);
        loaded.Load(Written([.. saved.Parameters.Concat(saved.TiedParameters).Where(tensor => tensor.Name != leftOut)]));
        Assert.Equal(saved.Memory.Parameters, loaded.Memory.Parameters);
    }

    [Fact]
    public void What_does_not_fit_is_named_and_nothing_is_loaded()
    {
        Network network = LanguageNetworks.Create("TiedMlp", seed: 1);
        Network other = LanguageNetworks.Create("TiedMlp", seed: 2);
        float[] before = network.Memory.Parameters.ToArray();

        Parameter[] withoutBoth = [.. other.Parameters.Where(tensor => tensor.Name != "encoder.weight")];
        var missing = Assert.Throws<InvalidDataException>(() => network.Load(Written(withoutBoth)));
        Assert.Contains("missing: 'encoder.weight' [256, 256].", missing.Message, StringComparison.Ordinal);

        Parameter[] unequal = [.. other.Parameters, .. network.TiedParameters];
        var mismatched = Assert.Throws<InvalidDataException>(() => network.Load(Written(unequal)));
        Assert.Contains(
            "mismatched: 'linear2.weight' shares its values with 'encoder.weight' in the network and has others in the file.",
            mismatched.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Memory.Parameters.ToArray());
    }

    private static MemoryStream Written(IReadOnlyList<Parameter> tensors)
    {
        var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, [.. tensors.Select(WrittenTensor.Of)]);
        stream.Position = 0;
        return stream;
    }

    private static Parameter Weight(Network network, string layer)
    {
        object level = network.GetType().GetProperty(layer)!.GetValue(network)!;
        return (Parameter)level.GetType().GetProperty("Weight")!.GetValue(level)!;
    }

    private static float[] Train(int lanes, int threads, bool byHand)
    {
        Network network = LanguageNetworks.Create("TiedMlp", lanes);
        using Trainer trainer = network.CreateTrainer(new SGD(0.05, momentum: 0.9), Samples, threads);
        using var workers = new Workers(1);
        var loss = new LossRunner(network, Samples, workers);
        var output = new float[Samples * 10];
        for (int step = 0; step < 3; step++)
        {
            float[] inputs = LanguageNetworks.Numbers(Samples * 256, step);
            int[] labels = [.. Enumerable.Range(step, Samples).Select(label => label % 10)];
            if (!byHand)
            {
                trainer.Step(inputs, labels);
                continue;
            }

            trainer.Forward(inputs, output);
            loss.Run(output, labels, Samples);
            trainer.Backward(loss.OutputGradient);
            trainer.Update();
        }

        return network.Memory.Parameters.ToArray();
    }
}
