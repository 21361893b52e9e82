using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Models;

/// <summary>
/// Each form trains a step at sizes up to a million: a block of rows, a tile or a list that is a cache's size divided by a row's must not
/// come to nothing, nor to more than the stack holds.
/// </summary>
public class LargeSizesTests
{
    private const int Samples = 2;

    /// <summary>A sum of a million numbers in single precision, in one order and in another.</summary>
    private const double Tolerance = 0.02;

    /// <summary>What a network of each form takes in, its layers, and whether its loss compares with classes.</summary>
    private static readonly Dictionary<string, (string Input, string Layers, bool HasClasses)> Networks = new()
    {
        ["WideRowOfALinear"] = ("4", "Linear(16385), MSE", false),
        ["WiderRowOfALinear"] = ("4", "Linear(1000000), MSE", false),
        ["LongColumnOfALinear"] = ("1000000", "Linear(3), CrossEntropy", true),
        ["WideInside"] = ("3", "Linear(300000), ReLU, Linear(2), CrossEntropy", true),
        ["LinearOverManySteps"] = ("100000, 10", "Linear(3), Tanh, Linear(10), MSE", false),
        ["LinearOverWideSteps"] = ("2, 500000", "Linear(3), Flatten, Linear(2), CrossEntropy", true),
        ["LinearToWideSteps"] = ("2, 3", "Linear(500000), MSE", false),
        ["WideImage"] = ("1, 3, 1000000", "Conv2d(8, 3), ReLU, AdaptiveAvgPool2d(1), Flatten, Linear(2), CrossEntropy", true),
        ["WideDirectConvolution"] = ("16, 3, 20000", "Conv2d(16, 3, Padding = 1), ReLU, Conv2d(4, 3), MSE", false),
        ["WideWinograd"] = ("16, 6, 20000", "Conv2d(16, 3, Padding = 1), ReLU, Conv2d(16, 3, Padding = 1), MSE", false),
        ["HighWinograd"] = ("16, 20000, 6", "Conv2d(16, 3, Padding = 1), ReLU, Conv2d(16, 3, Padding = 1), MSE", false),
        ["WideStride"] = ("16, 5, 40001", "Conv2d(16, 3), ReLU, Conv2d(8, 3, Stride = 2), MSE", false),
        ["WidePool"] = ("16, 6, 40000", "Conv2d(16, 3, Padding = 1), ReLU, Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2), MSE", false),
        ["WidePoolOfOneRow"] =
            ("1, 4, 600000", "Conv2d(4, 3, Padding = 1), ReLU, Conv2d(2, 3, Padding = 1), ReLU, MaxPool2d(2), MSE", false),
        ["WideTransposed"] = ("16, 2, 20000", "Conv2d(16, 1), ConvTranspose2d(8, 3, Stride = 2), MSE", false),
        ["ManyChannels"] = ("1000000, 1, 2", "Conv2d(2, 1), MSE", false),
        ["ManyOutputs"] = ("2, 3, 3", "Conv2d(200000, 2), ReLU, Conv2d(2, 2), MSE", false),
        ["ManyDepthwiseChannels"] = ("300000, 3, 3", "Conv2d(300000, 3, Padding = 1, Groups = 300000), MSE", false),
        ["ManyGroups"] = ("200000, 1, 3", "Conv2d(100000, 1, 2, Groups = 50000), MSE", false),
        ["WideWindow"] = ("2, 2, 20000", "Conv2d(3, 2, 5000), MSE", false),
        ["WidePoolWindow"] = ("2, 2, 1000000", "MaxPool2d(1, 500000), AvgPool2d(1, 2), MSE", false),
        ["SmallPools"] = ("4, 3, 300000", "MaxPool2d(3, Stride = 1), AvgPool2d(1, 3), Upsample(ScaleFactor = 2), MSE", false),
        ["BatchNormOfManyFeatures"] = ("1000000", "BatchNorm, MSE", false),
        ["BatchNormOfAWideImage"] = ("3, 1, 300000", "BatchNorm, ReLU, MSE", false),
        ["LayerNormOfALongRow"] = ("1000000", "LayerNorm, GELU, MSE", false),
        ["LayerNormOfManySteps"] = ("100000, 10", "LayerNorm, Softmax, MSE", false),
        ["SoftmaxOfManyClasses"] = ("1000000", "Tanh, CrossEntropy", true),
        ["ClassesOfManySteps"] = ("100000, 10", "Tanh, CrossEntropy", true),
        ["DropoutAndTurns"] = ("1000, 1000", "Dropout(0.5), Transpose, SiLU, Flatten, Reshape(10, 100000), MSE", false),
        ["PReLUOfManyChannels"] = ("500000, 1, 2", "PReLU(500000), Concat<Same, Scaled>, MSE", false),
    };

    private static readonly Lazy<CompiledNetworks> Compiled =
        new(() => NetworkCompilation.Compile("LargeSizes", Networks.Select(network => (network.Key, $"""
        using NetGen;

        namespace LargeSizes;

        [Network, Input({network.Value.Input}), {network.Value.Layers}]
        public partial class {network.Key}
        """ + (network.Value.Layers.Contains("Concat<", StringComparison.Ordinal) ? """

        {
            [Sigmoid] partial class Same : Block;
            [Tanh] partial class Scaled : Block;
        }
        """ : ";")))));

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_step_trains(string name)
    {
        (float wide, float scalar) = (Train(name, lanes: 16), Train(name, lanes: 1));
        Assert.Equal(wide, scalar, Tolerance * (1 + Math.Abs(wide)));
    }

    /// <summary>The loss after a step that changed the parameters, if there are any.</summary>
    private static float Train(string name, int lanes)
    {
        Network network = Compiled.Value.Create($"LargeSizes.{name}", lanes, seed: 2);
        var optimizer = new SGD(0.5, momentum: 0.9);
        using Trainer trainer = network.CreateTrainer(optimizer, Samples, threads: 2, seed: 3);
        float[] before = network.Memory.Parameters.ToArray();
        float[] inputs = ModelSources.Numbers(Samples * network.InputSize, 1);
        float loss = 0;
        for (int step = 0; step < 2; step++)
            loss = Networks[name].HasClasses
                ? trainer.Step(inputs, new int[Samples * network.Description.Loss!.LabelsPerSample])
                : trainer.Step(inputs, ModelSources.Numbers(Samples * network.OutputSize, 2));
        Assert.True(float.IsFinite(loss), $"{name}: a loss of {loss} at {lanes} lanes");
        if (before.Length > 0)
            Assert.True(
                network.Memory.Parameters.ToArray().Zip(before).Count(pair => pair.First != pair.Second) * 3 > before.Length - 100,
                $"{name} did not learn at {lanes} lanes");
        return loss;
    }
}
