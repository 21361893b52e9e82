using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Convolutions;

/// <summary>
/// Small images under large weights, which become rows of pixels: predictions and training beside the sum of the formula, in double
/// precision.
/// </summary>
public class PatchProductTests
{
    private const int Samples = 3;

    private static readonly Dictionary<string, (string Input, string Layer, Window Window)> Layers = new()
    {
        ["Padded"] = ("256, 4, 4", "Conv2d(128, 3, Padding = 1)", new(256, 4, 4, 128, 3, 3, 1, 1, 1, 1)),
        ["Strided"] = ("128, 9, 8", "Conv2d(256, 3, Stride = 2, Padding = 1)", new(128, 9, 8, 256, 3, 3, 2, 1, 1, 1)),
        ["Dilated"] = (
            "100, 8, 9", "Conv2d(200, 4, 5, Dilation = 2, PaddingHeight = 3, PaddingWidth = 1)",
            new(100, 8, 9, 200, 4, 5, 1, 2, 3, 1)),
    };

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Patches", Layers.Keys.Select(name => (name, Source(name)))));

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Agrees_with_the_sum_of_the_formula(string name)
    {
        LoweredNetwork lowered = NetworkCompilation.Plan($"Patches.{name}", Source(name)).Lowered;
        Assert.Contains(lowered.Predict.Nodes, node => node is Product);
        Assert.DoesNotContain(lowered.Predict.Nodes, node => node is Convolution);
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Compiled.Value.Create($"Patches.{name}", lanes, seed: 1);
            float[] images = ModelSources.Numbers(Samples * network.InputSize, 2), forward = new float[Samples * network.OutputSize];
            float[] expected = Layers[name].Window.Convolved(images, Values(network, 0), Values(network, 1));
            AssertNear(expected, network.Predict(images), $"{name}, {lanes} lanes, prediction");
            using Trainer trainer = network.CreateTrainer(new SGD(0.1), Samples, threads: 1);
            trainer.Forward(images, forward);
            AssertNear(expected, forward, $"{name}, {lanes} lanes, forward pass");
        }
    }

    private static float[] Values(Network network, int parameter)
    {
        var values = new float[network.Parameters[parameter].Count];
        network.Parameters[parameter].CopyTo(values);
        return values;
    }

    private static string Source(string name) => $"""
        using NetGen;

        namespace Patches;

        [Network(Winograd = false), Input({Layers[name].Input}), {Layers[name].Layer}]
        public partial class {name};
        """;

    private static void AssertNear(float[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-5, $"{what}: {actual[i]} at {i}, expected {expected[i]}");
    }

    /// <summary>A convolution of images [channels, height, width], by PyTorch's formula.</summary>
    private sealed record Window(
        int Channels, int Height, int Width, int Outputs, int KernelHeight, int KernelWidth, int Stride, int Dilation, int Top, int Left)
    {
        public float[] Convolved(float[] images, float[] weight, float[] bias)
        {
            int rows = Positions(Height, KernelHeight, Top), columns = Positions(Width, KernelWidth, Left);
            var result = new float[images.Length / (Channels * Height * Width) * Outputs * rows * columns];
            for (int i = 0; i < result.Length; i++)
            {
                (int x, int y, int output, int sample) =
                    (i % columns, i / columns % rows, i / columns / rows % Outputs, i / columns / rows / Outputs);
                double sum = bias[output];
                for (int tap = 0; tap < Channels * KernelHeight * KernelWidth; tap++)
                {
                    (int kx, int ky, int channel) =
                        (tap % KernelWidth, tap / KernelWidth % KernelHeight, tap / KernelWidth / KernelHeight);
                    int imageY = (y * Stride) + (ky * Dilation) - Top, imageX = (x * Stride) + (kx * Dilation) - Left;
                    if (imageY >= 0 && imageY < Height && imageX >= 0 && imageX < Width)
                        sum += (double)images[(((((sample * Channels) + channel) * Height) + imageY) * Width) + imageX]
                            * weight[(((((output * Channels) + channel) * KernelHeight) + ky) * KernelWidth) + kx];
                }

                result[i] = (float)sum;
            }

            return result;
        }

        private int Positions(int size, int kernel, int padding) => ((size + (2 * padding) - (Dilation * (kernel - 1)) - 1) / Stride) + 1;
    }
}
