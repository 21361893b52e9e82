namespace NetGen.Execution.Tests.Language;

/// <summary>Results on the way, by name: in prediction, in training by hand, and beside a loss.</summary>
public class NamedOutputTests
{
    private const int Samples = 70;

    [Fact]
    public void The_networks_own_class_has_a_member_of_each()
    {
        Network network = LanguageNetworks.Create("Encoder");
        NetworkOutputs outputs = LanguageNetworks.Outputs(network, Samples);
        Assert.Equal(["hidden", "mean", "log_variance"], outputs.Names);
        Assert.Equal([3], outputs.ShapeOf("mean").ToArray());
        network.Predict(LanguageNetworks.Numbers(Samples * 20, 1), outputs);
        Assert.Equal(outputs["hidden"].ToArray(), LanguageNetworks.Member(outputs, "Hidden"));
        Assert.Equal(outputs["mean"].ToArray(), LanguageNetworks.Member(outputs, "Mean"));
        Assert.Equal(outputs["log_variance"].ToArray(), LanguageNetworks.Member(outputs, "LogVariance"));
    }

    /// <summary>The two heads of the encoder, side by side, are its output; more samples than run at once.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Prediction_gives_them_for_each_sample(int lanes)
    {
        Network network = LanguageNetworks.Create("Encoder", lanes);
        float[] inputs = LanguageNetworks.Numbers(Samples * 20, 1);
        NetworkOutputs outputs = network.CreateOutputs(Samples);
        network.Predict(inputs, outputs);
        AssertHeadsAreTheOutput(outputs, network.Predict(inputs));

        using Predictor predictor = network.CreatePredictor(batchSize: 32, threads: 2);
        NetworkOutputs others = network.CreateOutputs(Samples);
        predictor.Predict(inputs, others);
        AssertHeadsAreTheOutput(others, outputs.Output.ToArray());
        Assert.Equal(outputs["hidden"].ToArray(), others["hidden"].ToArray());
    }

    /// <summary>A gradient by a head is the gradient by its part of the output.</summary>
    [Fact]
    public void Gradients_by_named_outputs_add_up()
    {
        Network network = LanguageNetworks.Create("Encoder");
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples);
        float[] inputs = LanguageNetworks.Numbers(Samples * 20, 1);
        float[] gradient = LanguageNetworks.Numbers(Samples * 6, 2);
        NetworkOutputs outputs = network.CreateOutputs(Samples);
        trainer.Forward(inputs, outputs);
        AssertHeadsAreTheOutput(outputs, network.Predict(inputs));
        var expectedByInput = new float[inputs.Length];
        trainer.Backward(gradient, expectedByInput);
        float[] expected = network.Memory.Gradients.ToArray();

        // Half of it by the output, half by the two heads.
        NetworkOutputs gradients = network.CreateOutputs(Samples);
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int i = 0; i < 6; i++)
            {
                float half = gradient[(sample * 6) + i] / 2;
                gradients.Output[(sample * 6) + i] = half;
                (i < 3 ? gradients["mean"] : gradients["log_variance"])[(sample * 3) + (i % 3)] = half;
            }
        }

        trainer.Forward(inputs, outputs);
        var byInput = new float[inputs.Length];
        trainer.Backward(gradients, byInput);
        AssertNear(expected, network.Memory.Gradients.ToArray());
        AssertNear(expectedByInput, byInput);

        // What was handed over once is not there the next time.
        trainer.Forward(inputs, outputs);
        trainer.Backward(gradient, byInput);
        Assert.Equal(expected, network.Memory.Gradients.ToArray());
    }

    /// <summary>Beside a loss a named output changes nothing of a step, and a step allocates nothing.</summary>
    [Fact]
    public void A_step_with_a_loss_is_as_without_names()
    {
        Network network = LanguageNetworks.Create("Classifier");
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, seed: 3);
        float[] inputs = LanguageNetworks.Numbers(Samples * 20, 1);
        int[] labels = [.. Enumerable.Range(0, Samples).Select(i => i % 3)];

        // A gradient that is left behind in the arena would change what a step learns.
        NetworkOutputs gradients = network.CreateOutputs(Samples);
        gradients["hidden"].Fill(1);
        trainer.Forward(inputs, network.CreateOutputs(Samples));
        trainer.Backward(gradients);
        Assert.NotEqual(0, network.Memory.Gradients.ToArray().Max(MathF.Abs));

        float[] losses = [.. Enumerable.Range(0, 200).Select(_ => trainer.Step(inputs, labels))];
        Assert.True(losses[^1] < losses[0], $"the loss went from {losses[0]} to {losses[^1]}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        trainer.Step(inputs, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        NetworkOutputs outputs = network.CreateOutputs(1);
        network.Predict(inputs.AsSpan(0, 20), outputs);
        before = GC.GetAllocatedBytesForCurrentThread();
        network.Predict(inputs.AsSpan(0, 20), outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Network network = LanguageNetworks.Create("Encoder");
        float[] inputs = LanguageNetworks.Numbers(2 * 20, 1);
        using Trainer trainer = network.CreateTrainer(new SGD(0.1), 2);
        using Predictor predictor = network.CreatePredictor(2, threads: 1);
        NetworkOutputs three = network.CreateOutputs(3);
        NetworkOutputs others = LanguageNetworks.Create("Classifier").CreateOutputs(2);
        foreach (Action<NetworkOutputs> take in new Action<NetworkOutputs>[]
        {
            outputs => network.Predict(inputs, outputs), outputs => predictor.Predict(inputs, outputs),
            outputs => trainer.Forward(inputs, outputs),
        })
        {
            Assert.Equal(
                "Got 2 samples, but the outputs hold 3. (Parameter 'outputs')",
                Assert.Throws<ArgumentException>(() => take(three)).Message);
            Assert.Equal(
                "Expected outputs of Encoder; got those of Classifier. (Parameter 'outputs')",
                Assert.Throws<ArgumentException>(() => take(others)).Message);
        }

        Assert.Throws<InvalidOperationException>(() => trainer.Backward(network.CreateOutputs(2)));
        trainer.Forward(inputs, network.CreateOutputs(2));
        NetworkOutputs gradients = network.CreateOutputs(2);
        gradients["mean"][4] = float.NaN;
        Assert.Contains(
            "Value 4 (sample 1, value 1 of it) is NaN", Assert.Throws<ArgumentException>(() => trainer.Backward(gradients)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainer.Backward(three));

        Assert.Equal(
            "Encoder has no output 'variance'; it has 'hidden', 'mean', 'log_variance'. (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => three["variance"].Length).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.CreateOutputs(0));
    }

    private static void AssertHeadsAreTheOutput(NetworkOutputs outputs, float[] output)
    {
        Assert.Equal(output, outputs.Output.ToArray());
        for (int sample = 0; sample < outputs.Samples; sample++)
        {
            Assert.Equal(output.AsSpan(sample * 6, 3), outputs["mean"].Slice(sample * 3, 3));
            Assert.Equal(output.AsSpan((sample * 6) + 3, 3), outputs["log_variance"].Slice(sample * 3, 3));
        }
    }

    private static void AssertNear(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f + (1e-4f * MathF.Abs(pair.First))));
}
