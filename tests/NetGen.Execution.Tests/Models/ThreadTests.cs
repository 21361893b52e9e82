using System.Runtime.InteropServices;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>The number of threads changes no bit of what a network computes.</summary>
public class ThreadTests
{
    [Theory]
    [InlineData("Mlp", 33)]
    [InlineData("WideMlp", 33)]
    [InlineData("LeNet", 17)]
    [InlineData("MnistCnn", 5)]
    [InlineData("ResNet8", 3)]
    [InlineData("WinogradCnn", 11)]
    [InlineData("AllForms", 9)]
    public void Any_number_of_threads_gives_the_same_bits(string model, int samples)
    {
        float[] alone = Train(model, samples, threads: 1);
        Assert.All(alone, value => Assert.True(float.IsFinite(value)));
        foreach (int threads in (int[])[2, 3, 8])
        {
            float[] shared = Train(model, samples, threads);
            Assert.True(
                alone.AsSpan().SequenceEqual(shared),
                $"{model}: {threads} threads give other bits than one, "
                + $"first at {alone.AsSpan().CommonPrefixLength(shared)} of {alone.Length}");
        }
    }

    /// <summary>Where there are fewer samples than threads, these share the tiles, rows or columns of each.</summary>
    [Theory]
    [InlineData("WideMlp")]
    [InlineData("MnistCnn")]
    [InlineData("ResNet8")]
    [InlineData("WinogradCnn")]
    [InlineData("AllForms")]
    public void Threads_that_share_a_sample_change_no_bit(string model) =>
        AssertThreadsChangeNoBit(model, lanes => ModelSources.Create(model, lanes, seed: 4));

    /// <summary>They share rows, too.</summary>
    [Theory]
    [InlineData("VitMnist")]
    [InlineData("MobileNet8")]
    [InlineData("Wave")]
    public void Threads_that_share_a_sample_of_the_benchmark_change_no_bit(string model) =>
        AssertThreadsChangeNoBit(model, lanes => BenchmarkNetworks.Compiled.Create("NetGen.Benchmarks.Models." + model, lanes, seed: 4));

    private static void AssertThreadsChangeNoBit(string model, Func<int, Network> create)
    {
        const int Most = 5;
        foreach (int lanes in VectorWidths.All)
        {
            Network network = create(lanes);
            float[] inputs = ModelSources.Numbers(Most * network.InputSize, 6);
            foreach (int threads in (int[])[2, 3, 8])
            {
                using Predictor predictor = network.CreatePredictor(Most, threads);
                foreach (int samples in (int[])[1, 2, Most])
                {
                    float[] some = inputs[..(samples * network.InputSize)];
                    float[] outputs = new float[samples * network.OutputSize];
                    predictor.Predict(some, outputs);
                    float[] alone = network.Predict(some);
                    Assert.True(
                        alone.AsSpan().SequenceEqual(outputs),
                        $"{model} at {lanes}: {threads} threads give other bits than one for {samples} samples, "
                        + $"first at {alone.AsSpan().CommonPrefixLength(outputs)} of {alone.Length}");
                }
            }
        }
    }

    /// <summary>A kernel reads nothing that an earlier one left in the memory of its thread.</summary>
    [Theory]
    [InlineData("LeNet", 5)]
    [InlineData("MnistCnn", 5)]
    [InlineData("ResNet8", 3)]
    [InlineData("WinogradCnn", 11)]
    [InlineData("AllForms", 9)]
    public void What_earlier_kernels_left_in_the_threads_memory_changes_no_bit(string model, int samples)
    {
        const int Floats = 1 << 20;
        foreach (int lanes in VectorWidths.All)
        {
            MemoryMarshal.CreateSpan(ref ThreadScratch.Floats(Floats), Floats).Clear();
            float[] clean = Train(model, samples, threads: 1, lanes);
            MemoryMarshal.CreateSpan(ref ThreadScratch.Floats(Floats), Floats).Fill(float.NaN);
            float[] soiled = Train(model, samples, threads: 1, lanes);
            Assert.True(
                clean.AsSpan().SequenceEqual(soiled),
                $"{model} at {lanes}: first at {clean.AsSpan().CommonPrefixLength(soiled)} of {clean.Length}");
        }
    }

    /// <summary>Everything that two passes leave behind, one after the other.</summary>
    private static float[] Train(string model, int samples, int threads, int? lanes = null)
    {
        Network network = ModelSources.Create(model, lanes ?? VectorWidth.Preferred);
        using var workers = new Workers(threads);
        var pass = new TrainingPass(network, samples, workers, lossOfIndices: true);
        var everything = new List<float>();
        for (int step = 0; step < 2; step++)
        {
            PassResult result = pass.Run(new PassInput(
                samples, ModelSources.Numbers(samples * network.InputSize, step), null, ModelSources.Digits(samples, step), null,
                (ulong)step));
            everything.AddRange([.. result.Output, result.Loss!.Value, .. network.Memory.Gradients, .. network.Memory.Statistics]);
            for (int i = 0; i < network.Memory.Parameters.Length; i++)
                network.Memory.Parameters[i] -= 0.1f * network.Memory.Gradients[i];
        }

        return [.. everything];
    }
}
