using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Layers;

/// <summary>Resizing beside the numbers of PyTorch 1.13: outputs, and gradients where output i has the gradient (i + 1) / 8.</summary>
public class UpsampleTests
{
    private const string OfImage = "Input(1, 2, 3), Upsample(";
    private const string OfSignal = "Input(1, 5, Axes = Axes.ChannelsLength), Upsample(";

    private static readonly float[] Image = [1, 4, 2, 0, 3, 5];
    private static readonly float[] Signal = [1, 4, 2, 0, 3];

    private static readonly (string Name, string Layers, float[] Input, float[] Output, float[] Gradient)[] Cases =
    [
        (
            "Bicubic", OfImage + "SizeHeight = 3, SizeWidth = 5, Mode = \"bicubic\")", Image,
            [0.798806f, 2.41981f, 4.08681f, 2.86631f, 1.51425f, 0.212f, 1.664f, 3.5f, 3.716f, 3.5f, -0.374805f, 0.908196f, 2.9132f,
                4.56569f, 5.48575f],
            [0.714734f, 1.3245f, 1.79323f, 3.11477f, 3.8595f, 4.19327f]),
        (
            "BicubicOfCorners", OfImage + "SizeHeight = 3, SizeWidth = 5, Mode = \"bicubic\", AlignCorners = true)", Image,
            [1, 2.6875f, 4, 3.28125f, 2, 0.5f, 2, 3.5f, 3.78125f, 3.5f, 0, 1.3125f, 3, 4.28125f, 5],
            [0.744141f, 1.91406f, 1.7168f, 2.50195f, 4.64844f, 3.47461f]),
        (
            "BicubicByFactor", OfImage + "ScaleFactor = 1.7, Mode = \"bicubic\")", Image,
            [0.805248f, 2.36458f, 4.07895f, 2.98946f, 1.51614f, 0.339411f, 1.77256f, 3.57439f, 3.57842f, 3.06317f, -0.269433f, 0.998781f,
                2.91494f, 4.34818f, 5.08511f],
            [1.16685f, 1.93868f, 2.29415f, 2.75281f, 3.42038f, 3.42715f]),
        (
            "Linear", OfSignal + "Size = 8, Mode = \"linear\")", Signal, [1, 2.3125f, 3.875f, 2.625f, 1.375f, 0.125f, 1.6875f, 3],
            [0.265625f, 0.617188f, 0.84375f, 1.28125f, 1.49219f]),
        (
            "LinearOfCorners", OfSignal + "Size = 8, Mode = \"linear\", AlignCorners = true)", Signal,
            [1, 2.71429f, 3.71429f, 2.57143f, 1.42857f, 0.285714f, 1.28571f, 3], [0.232143f, 0.607143f, 0.964286f, 1.32143f, 1.375f]),
        (
            "LinearByFactor", OfSignal + "ScaleFactor = 1.5, Mode = \"linear\")", Signal, [1, 2.5f, 3.66667f, 2.33333f, 1, 0.5f, 2.5f],
            [0.25f, 0.520833f, 0.791667f, 1.08333f, 0.854167f]),
        (
            "Nearest", OfSignal + "ScaleFactor = 1.5)", Signal, [1, 1, 4, 2, 2, 0, 3], [0.375f, 0.375f, 1.125f, 0.75f, 0.875f]),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("Upsamples", Cases.Select(row =>
        (row.Name, $$"""
            using NetGen;

            [Network, {{row.Layers}}]
            public partial class {{row.Name}};
            """))));

    public static TheoryData<string> Names => [.. Cases.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Numbers_are_those_of_PyTorch(string name)
    {
        (string _, string _, float[] input, float[] output, float[] gradient) = Cases.Single(row => row.Name == name);
        foreach (int lanes in VectorWidths.All)
        {
            Network network = Compiled.Value.Create(name, lanes);
            PassResult pass = new TrainingPass(network, 1, Workers.Single, lossOfIndices: false).Run(
                new PassInput(1, input, [.. Enumerable.Range(1, output.Length).Select(i => i / 8f)], null, null));
            Near(output, network.Predict(input));
            Near(output, pass.Output);
            Near(gradient, pass.InputGradient!);
        }
    }

    private static void Near(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 2e-5f);
    }
}
