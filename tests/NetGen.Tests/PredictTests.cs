using System.Numerics.Tensors;

namespace NetGen.Tests;

public class PredictTests
{
    private static readonly LinearClassifier Network = new(seed: 3);

    [Fact]
    public void Gives_what_the_layers_formula_says()
    {
        float[] input = Inputs(1);
        float[] output = Network.Predict(input);
        TensorSpan<float> weight = Network.Weight.Values;
        TensorSpan<float> bias = Network.Parameters[1].Values;
        for (int o = 0; o < LinearClassifier.Classes; o++)
        {
            float expected = bias[o];
            for (int i = 0; i < LinearClassifier.Features; i++)
                expected += weight[o, i] * input[i];
            Assert.Equal(expected, output[o], 1e-6f);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void A_batch_gives_what_its_samples_give(int samples)
    {
        float[] input = Inputs(samples);
        float[] batch = Network.Predict(input);
        float[] single = [.. Enumerable.Range(0, samples)
            .SelectMany(b => Network.Predict(input.AsSpan(b * LinearClassifier.Features, LinearClassifier.Features)))];
        Assert.Equal(single, batch);
    }

    [Fact]
    public void Takes_tensors_with_any_strides()
    {
        float[] input = Inputs(4);
        float[] transposed = new float[input.Length];
        for (int b = 0; b < 4; b++)
        {
            for (int i = 0; i < LinearClassifier.Features; i++)
                transposed[(i * 4) + b] = input[(b * LinearClassifier.Features) + i];
        }

        var result = new float[4 * 16];
        Network.Predict(
            new ReadOnlyTensorSpan<float>(transposed, [4, LinearClassifier.Features], [1, 4]),
            new TensorSpan<float>(result, [4, LinearClassifier.Classes], [16, 1]));
        float[] expected = Network.Predict(input);
        for (int b = 0; b < 4; b++)
            Assert.Equal(
                expected.AsSpan(b * LinearClassifier.Classes, LinearClassifier.Classes), result.AsSpan(b * 16, LinearClassifier.Classes));
    }

    [Fact]
    public void Takes_one_sample_as_a_tensor()
    {
        var result = new float[LinearClassifier.Classes];
        Network.Predict(
            new ReadOnlyTensorSpan<float>(Inputs(1), [LinearClassifier.Features], []),
            new TensorSpan<float>(result, [LinearClassifier.Classes], []));
        Assert.Equal(Network.Predict(Inputs(1)), result);
    }

    [Fact]
    public void Names_both_shapes_where_a_tensor_does_not_fit()
    {
        var error = Assert.Throws<ArgumentException>(() => Network.Predict(
            new ReadOnlyTensorSpan<float>(new float[12], [2, 6], []), new TensorSpan<float>(new float[6], [2, 3], [])));
        Assert.Contains("[5] or [batch, 5]", error.Message);
        Assert.Contains("got [2, 6]", error.Message);
    }

    [Theory]
    [InlineData(0, 0, "input")]
    [InlineData(7, 3, "input")]
    [InlineData(10, 5, "output")]
    [InlineData(5, 6, "output")]
    public void Refuses_lengths_that_do_not_fit(int input, int output, string argument) =>
        Assert.Throws<ArgumentException>(argument, () => Network.Predict(new float[input], new float[output]));

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = Inputs(70);
        var output = new float[70 * LinearClassifier.Classes];
        Network.Predict(input, output);
        Network.Predict(input.AsSpan(0, 5), output.AsSpan(0, 3));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Network.Predict(input, output);
        Network.Predict(input.AsSpan(0, 5), output.AsSpan(0, 3));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        float[][] inputs = [.. Enumerable.Range(0, 8).Select(i => Inputs(1 + (i * 9), seed: i))];
        float[][] expected = [.. inputs.Select(input => Network.Predict(input))];
        var faults = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        Thread[] threads = [.. inputs.Select((input, i) => new Thread(() =>
        {
            try
            {
                for (int repeat = 0; repeat < 200; repeat++)
                    Assert.Equal(expected[i], Network.Predict(input));
            }
            catch (Exception e)
            {
                faults.Enqueue(e);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Empty(faults);
    }

    private static float[] Inputs(int samples, int seed = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples * LinearClassifier.Features).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
