using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Layers;

/// <summary>Weights start as <c>torch.nn.init</c> says, and biases as always.</summary>
public class InitializationTests
{
    private const double Tolerance = 1e-5;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("Initializations",
    [
        Line("Kaiming", "Input(300), Linear(200, Init = Init.KaimingNormal)"),
        Line("KaimingBound", "Input(300), Linear(200, Init = Init.KaimingUniform)"),
        Line("Xavier", "Input(300), Linear(200, Init = Init.XavierNormal)"),
        Line("XavierBound", "Input(300), Linear(200, Init = Init.XavierUniform)"),
        Line("Deviation", "Input(300), Linear(200, Std = 0.02)"),
        Line("Zero", "Input(300), Linear(200, Init = Init.Zeros)"),
        Line("Plain", "Input(300), Linear(200, Init = Init.Default)"),
        Line("Wide", "Input(37), Linear(20, Init = Init.Orthogonal)"),
        Line("High", "Input(20), Linear(37, Init = Init.Orthogonal)"),
        Line("Square", "Input(3, 8, 8), Conv2d(27, 3, Init = Init.Orthogonal)"),
        Line("Image", "Input(16, 8, 8), Conv2d(40, 3, 5, Groups = 2, Init = Init.KaimingNormal)"),
        Line("ImageFans", "Input(16, 8, 8), Conv2d(40, 3, 5, Groups = 2, Init = Init.XavierNormal)"),
        Line("ImageBack", "Input(16, 8, 8), ConvTranspose2d(40, 3, 5, Groups = 2, Init = Init.KaimingNormal)"),
        Line("Signal", "Input(16, 30, Axes = Axes.ChannelsLength), Conv1d(40, 5, Init = Init.XavierUniform)"),
        Line("SignalBack", "Input(16, 30, Axes = Axes.ChannelsLength), ConvTranspose1d(40, 5, Init = Init.KaimingUniform)"),
        Line("Same", "Input(6, 4, 5), Conv2d(6, 3, Padding = 1, Bias = false, Init = Init.Dirac)"),
        Line("SameOfGroups", "Input(6, 4, 5), Conv2d(6, 3, 1, Padding = Pad.Same, Groups = 3, Bias = false, Init = Init.Dirac)"),
        Line("Fewer", "Input(6, 4, 5), Conv2d(4, 1, Bias = false, Init = Init.Dirac)"),
        Line("More", "Input(6, 4, 5), Conv2d(9, 1, Bias = false, Init = Init.Dirac)"),
        Line("SameBack", "Input(6, 4, 5), ConvTranspose2d(6, 3, Padding = 1, Groups = 2, Bias = false, Init = Init.Dirac)"),
        Line(
            "SameSignal",
            "Input(6, 7, Axes = Axes.ChannelsLength), Conv1d(6, 5, Padding = 2, Bias = false, Init = Init.Dirac), "
            + "ConvTranspose1d(6, 3, Padding = 1, Bias = false, Init = Init.Dirac)"),
        Line("SameWindow", "Input(6, 4, 5), Conv2d(6, 4, Padding = Pad.Same, Bias = false, Init = Init.Dirac)"),
    ]));

    /// <summary>Fan in and out are PyTorch's: the products of all sizes of the weight but its first, and but its second.</summary>
    [Theory]
    [InlineData("Kaiming", 2.0 / 300)]
    [InlineData("Xavier", 2.0 / 500)]
    [InlineData("Deviation", 0.02 * 0.02)]
    [InlineData("Image", 2.0 / (8 * 15))]
    [InlineData("ImageFans", 2.0 / ((8 + 40) * 15))]
    [InlineData("ImageBack", 2.0 / (20 * 15))]
    public void Normal_weights_have_the_variance(string name, double variance)
    {
        float[] weight = Weight(name);
        double error = 5 * Math.Sqrt(2.0 / weight.Length);
        Assert.InRange(weight.Average(w => (double)w * w), variance * (1 - error), variance * (1 + error));
        Assert.InRange(weight.Average(), -5 * Math.Sqrt(variance / weight.Length), 5 * Math.Sqrt(variance / weight.Length));
        Assert.True(weight.Max() > 3 * Math.Sqrt(variance));
    }

    [Theory]
    [InlineData("KaimingBound", 6.0 / 300)]
    [InlineData("XavierBound", 6.0 / 500)]
    [InlineData("Plain", 1.0 / 300)]
    [InlineData("Signal", 6.0 / ((16 + 40) * 5))]
    [InlineData("SignalBack", 6.0 / (40 * 5))]
    public void Uniform_weights_have_the_bound(string name, double squareOfBound)
    {
        float[] weight = Weight(name);
        double bound = Math.Sqrt(squareOfBound);
        Assert.All(weight, w => Assert.InRange(w, -bound, bound));
        Assert.InRange(weight.Max(), 0.99 * bound, bound);
        Assert.InRange(weight.Min(), -bound, -0.99 * bound);
        Assert.InRange(weight.Average(w => (double)w * w), 0.95 * squareOfBound / 3, 1.05 * squareOfBound / 3);
    }

    [Fact]
    public void Zeros_are_zero_and_biases_are_not()
    {
        Assert.All(Weight("Zero"), w => Assert.Equal(0, w));
        var bias = new float[200];
        Create("Zero").Parameters[1].CopyTo(bias);
        Assert.InRange(bias.Max(), 0.9 / Math.Sqrt(300), 1 / Math.Sqrt(300));
    }

    /// <summary>W·Wᵀ of a wide matrix is the identity, Wᵀ·W of a high one.</summary>
    [Theory]
    [InlineData("Wide", 20, 37)]
    [InlineData("High", 37, 20)]
    [InlineData("Square", 27, 27)]
    public void Orthogonal_weights_are_orthogonal(string name, int rows, int columns)
    {
        float[] weight = Weight(name);
        Assert.Equal(rows * columns, weight.Length);
        bool isWide = rows <= columns;
        int count = Math.Min(rows, columns);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double product = 0;
                for (int k = 0; k < Math.Max(rows, columns); k++)
                    product += isWide
                        ? (double)weight[(i * columns) + k] * weight[(j * columns) + k]
                        : (double)weight[(k * columns) + i] * weight[(k * columns) + j];
                Assert.Equal(i == j ? 1 : 0, product, 1e-6);
            }
        }

        // Neither the identity nor positive: rows point anywhere.
        Assert.InRange(weight.Count(w => w > 0) / (double)weight.Length, 0.4, 0.6);
        Assert.NotEqual(weight, Weight(name, seed: 8));
    }

    /// <summary>As many channels as there are on both sides pass; an even window's middle is right of it, as PyTorch's.</summary>
    [Theory]
    [InlineData("Same", 6)]
    [InlineData("SameOfGroups", 6)]
    [InlineData("Fewer", 4)]
    [InlineData("More", 6)]
    [InlineData("SameBack", 6)]
    [InlineData("SameSignal", 6)]
    public void Dirac_passes_channels_on(string name, int channels)
    {
        Network network = Create(name);
        var random = new Random(5);
        float[] input = [.. Enumerable.Range(0, network.InputSize).Select(_ => random.NextSingle())];
        float[] output = network.Predict(input);
        int each = network.InputSize / 6;
        for (int i = 0; i < output.Length; i++)
            Assert.Equal(i / each < channels ? input[i] : 0, output[i], Tolerance);
    }

    [Fact]
    public void The_middle_of_an_even_window_is_behind_its_half()
    {
        float[] weight = Weight("SameWindow");
        for (int i = 0; i < weight.Length; i++)
            Assert.Equal(i / 16 / 6 == i / 16 % 6 && i % 16 == (2 * 4) + 2 ? 1 : 0, weight[i]);
    }

    private static float[] Weight(string name, int seed = 7)
    {
        Parameter parameter = Create(name, seed).Parameters[0];
        var weight = new float[parameter.Count];
        parameter.CopyTo(weight);
        return weight;
    }

    private static Network Create(string name, int seed = 7) => Compiled.Value.Create(name, NetGen.Runtime.VectorWidth.Preferred, seed);

    private static (string Name, string Source) Line(string name, string layers) => (name, $$"""
        using NetGen;

        [Network, {{layers}}]
        public partial class {{name}};
        """);
}
