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
    /// What the same run gives in double precision, of PyTorch as of anything else. Up to step 80 PyTorch's run in single precision
    /// agrees with it to 2e-6; then one rounding decides, and the two end as different, equally good networks. Single precision
    /// ends at one or the other, by the order of its sums.
    /// </summary>
    private const int ExactCorrect = 8835;

    /// <summary>With four floats in a vector, or one, the sums round so differently that the end can lie between the two.</summary>
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
        Assert.True(
            Math.Abs(correct - expectedCorrect) <= tolerance || Math.Abs(correct - ExactCorrect) <= tolerance,
            $"{correct} of 10,000 are right, PyTorch had {expectedCorrect} in single and {ExactCorrect} in double precision");
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
