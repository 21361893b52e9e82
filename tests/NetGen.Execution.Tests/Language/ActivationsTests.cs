using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Language;

/// <summary>[Network(Activations = true)]: what each layer gives, by its name, at every width.</summary>
public class ActivationsTests
{
    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Kept",
        [
            ("Networks", """
                using NetGen;
                namespace Kept;

                [Network(Activations = true), Input(1, 9, 9)]
                [Conv2d(5, 3, Padding = 1), BatchNorm, ReLU, MaxPool2d(2), Dropout]
                [Residual<Middle>]
                [Flatten, Output(80, Name = "features"), Linear(3), Sigmoid, BCE]
                public partial class Images
                {
                    [Conv2d(5, 1), GELU] partial class Middle : Block;
                }

                [Network(Activations = true), Input(6), Embedding(9, 4), Mean(Axis = 0), Linear(2), CrossEntropy]
                public partial class Words;

                [Network, Input(3), Linear(2)] public partial class Plain;
                """),
        ]));

    [Fact]
    public void Each_layer_and_join_tells_what_it_gives()
    {
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Compiled.Value.Create("Kept.Images", lanes, seed: 3);
            float[] sample = [.. Enumerable.Range(0, 81).Select(i => MathF.Sin(i * 7))];
            float[] expected = network.Predict(sample);
            IReadOnlyList<LayerActivation> layers = network.Activations(sample);
            Assert.Equal(
                [
                    "conv2d1 Conv2d 5×9×9", "batchnorm1 BatchNorm 5×9×9", "relu1 ReLU 5×9×9", "maxpool2d1 MaxPool2d 5×4×4",
                    "dropout1 Dropout 5×4×4", "conv2d2 Conv2d 5×4×4", "gelu1 GELU 5×4×4", "residual1 Residual 5×4×4",
                    "flatten1 Flatten 80", "linear1 Linear 3", "sigmoid1 Sigmoid 3",
                ],
                layers.Select(layer => $"{layer.Layer} {layer.Kind} {string.Join("×", layer.Shape)}"));
            AssertNear(expected, layers[^1].Values);
            AssertNear(Convolved(sample, network), layers[0].Values);
            AssertNear(layers[1].Values.Select(x => Math.Max(x, 0)), layers[2].Values);
            AssertNear(Pooled(layers[2].Values), layers[3].Values);
            AssertNear(layers[3].Values, layers[4].Values);
            AssertNear(layers[4].Values.Zip(layers[6].Values, (a, b) => a + b), layers[7].Values);
            AssertNear(layers[9].Values.Select(x => 1 / (1 + MathF.Exp(-x))), layers[10].Values);

            // What is given is the caller's own: a further call leaves it.
            float[] first = [.. layers[0].Values];
            network.Activations(new float[81]);
            Assert.Equal(first, layers[0].Values);
        }
    }

    [Fact]
    public void Of_tokens_and_of_a_sample_of_a_data_set()
    {
        Network network = Compiled.Value.Create("Kept.Words", lanes: 8, seed: 3);
        int[] tokens = [1, 2, 3, 4, 5, 6, 8, 7, 6, 5, 4, 3];
        IReadOnlyList<LayerActivation> layers = network.Activations(tokens.AsSpan(6));
        Assert.Equal(["embedding1", "mean1", "linear1"], layers.Select(layer => layer.Layer));
        Assert.Equal(network.Predict(tokens.AsSpan(6)), layers[^1].Values);
        int[] labels = [0, 1];
        var data = new ArrayDataSet(tokens, steps: 6, vocabulary: 9, labels, classes: 2);
        Assert.Equal(layers.Select(layer => layer.Values), network.Activations(data, 1).Select(layer => layer.Values));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => network.Activations(data, 2));
        Assert.Throws<ArgumentException>("sample", () => network.Activations(new float[6]));
        Assert.Contains(
            "one sample of 6 tokens; got 2", Assert.Throws<ArgumentException>("tokens", () => network.Activations(tokens)).Message);
    }

    [Fact]
    public void A_network_without_says_how_to_get_them()
    {
        Network network = Compiled.Value.Create("Kept.Plain", lanes: 8, seed: 3);
        Assert.False(network.HasActivations);
        Assert.Contains(
            "[Network(Activations = true)]", Assert.Throws<NotSupportedException>(() => network.Activations(new float[3])).Message);
    }

    private static float[] Convolved(float[] image, Network network)
    {
        var weights = new float[45];
        var bias = new float[5];
        network.Parameters[0].Values.FlattenTo(weights);
        network.Parameters[1].Values.FlattenTo(bias);
        var result = new float[5 * 81];
        for (int i = 0; i < result.Length; i++)
        {
            (int channel, int row, int column) = (i / 81, i / 9 % 9, i % 9);
            result[i] = bias[channel];
            for (int tap = 0; tap < 9; tap++)
            {
                (int y, int x) = (row + (tap / 3) - 1, column + (tap % 3) - 1);
                if (y is >= 0 and < 9 && x is >= 0 and < 9)
                    result[i] += weights[(channel * 9) + tap] * image[(y * 9) + x];
            }
        }

        return result;
    }

    private static IEnumerable<float> Pooled(float[] maps) => Enumerable.Range(0, 80).Select(i =>
    {
        int corner = (i / 16 * 81) + (i / 4 % 4 * 18) + (i % 4 * 2);
        return new[] { maps[corner], maps[corner + 1], maps[corner + 9], maps[corner + 10] }.Max();
    });

    private static void AssertNear(IEnumerable<float> expected, float[] actual)
    {
        float[] values = [.. expected];
        Assert.Equal(values.Length, actual.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(values[i], actual[i], 1e-5f);
    }
}
