using System.Text.Json;
using NetGen.Execution.Tests.Golden;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Models;

/// <summary>LeNet on real MNIST, step by step beside PyTorch's run from the same parameters over the same images.</summary>
public class LeNetTrajectoryTests
{
    private const double Tolerance = 1e-3;
    private const int ComparedSteps = 60;

    private const int CorrectTolerance = 20;

    /// <summary>
    /// Losses agree to about 1e-6 up to step 80; from there the run amplifies the last digits of other orders of summation about
    /// fifteenfold every ten steps. PyTorch's own run used fused multiply-adds and wide vectors, as the two wide widths do. With
    /// four floats or one the sums round differently enough for the end to be another, equally good, network.
    /// </summary>
    private const int NarrowCorrectTolerance = 120;

    public static TheoryData<int> Widths => [.. VectorWidths.All];

    [Theory, MemberData(nameof(Widths))]
    public void LossesFollowPyTorchsRun(int lanes)
    {
        string? folder = MnistFolder.Find();
        Assert.SkipWhen(folder is null, $"Real MNIST is not here: set {MnistFolder.Variable} to its folder.");
        Assert.SkipUnless(File.Exists(GoldenFolder.PathOf("lenet_trajectory.json")), $"{GoldenFolder.Location} has no training run.");
        using JsonDocument document = GoldenFolder.ReadJson("lenet_trajectory.json");
        JsonElement run = document.RootElement;
        double[] expected = [.. run.GetProperty("loss_at_step").EnumerateArray().Select(loss => loss.GetDouble())];
        int batch = run.GetProperty("batch_size").GetInt32();
        JsonElement rates = run.GetProperty("optimizer").GetProperty("args");

        Network network = ModelSources.Create("LeNet", lanes);
        SafetensorsFile start = SafetensorsFile.Read(GoldenFolder.PathOf("lenet_init.safetensors"));
        Assert.Equal(start.Names.Order(), network.Parameters.Select(parameter => parameter.Name).Order());
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(start[parameter.Name].Values);
        Mnist train = Mnist.Train(folder);
        using Trainer trainer = network.CreateTrainer(
            new SGD(rates.GetProperty("lr").GetDouble(), rates.GetProperty("momentum").GetDouble()), batch, threads: 2);
        var images = new float[batch * train.SampleSize];
        var labels = new int[batch];
        for (int step = 0; step < expected.Length; step++)
        {
            int[] indices = [.. Enumerable.Range(step * batch, batch)];
            train.CopySamples(indices, images);
            train.CopyLabels(indices, labels);
            float loss = trainer.Step(images, labels);
            if (step < ComparedSteps)
                Assert.True(Math.Abs(loss - expected[step]) <= Tolerance * expected[step], $"step {step}: loss {loss}, PyTorch had {expected[step]}");
        }

        int correct = Correct(network, Mnist.Test(folder));
        int expectedCorrect = run.GetProperty("test_correct_of_10000").GetInt32();
        int tolerance = lanes >= 8 ? CorrectTolerance : NarrowCorrectTolerance;
        Assert.True(Math.Abs(correct - expectedCorrect) <= tolerance, $"{correct} of 10,000 are right, PyTorch had {expectedCorrect}");
    }

    private static int Correct(Network network, Mnist test)
    {
        int[] indices = [.. Enumerable.Range(0, test.Count)];
        var images = new float[test.Count * test.SampleSize];
        test.CopySamples(indices, images);
        float[] scores = network.Predict(images);
        return indices.Count(index =>
        {
            ReadOnlySpan<float> row = scores.AsSpan(index * 10, 10);
            return System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row) == test.Label(index);
        });
    }
}
