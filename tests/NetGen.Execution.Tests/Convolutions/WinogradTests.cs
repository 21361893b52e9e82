using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Models;
using NetGen.Execution.Tests.RandomNetworks;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Convolutions;

/// <summary>
/// Convolutions that the compiler computes by Winograd's algorithm agree with the direct sum in double precision: sizes that are
/// no multiple of a tile, channels that are no multiple of a vector, and what follows in the same kernel.
/// </summary>
public class WinogradTests
{
    /// <summary>Of the largest value: what the issue allows.</summary>
    private const double Tolerance = 1e-5;

    private static readonly Dictionary<string, string> Layers = new()
    {
        ["OneTile"] = "[Input(32, 4, 4)] [Conv2d(32, 3, Padding = 1)]",
        ["Five"] = "[Input(64, 5, 5)] [Conv2d(64, 3, Padding = 1), ReLU]",
        ["Six"] = "[Input(48, 8, 8)] [Conv2d(48, 3)]",
        ["Seven"] = "[Input(17, 7, 7)] [Conv2d(32, 3, Padding = 1), ReLU]",
        ["NinePooled"] = "[Input(16, 11, 11)] [Conv2d(48, 3), ReLU, MaxPool2d(2)]",
        ["TwentySixPooled"] = "[Input(32, 26, 26)] [Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(2), Dropout(0.25)]",
        ["ThirtyOnePooledByThree"] = "[Input(16, 33, 31)] [Conv2d(17, 3), Tanh, MaxPool2d(3)]",
        ["OverlappingTiles"] = "[Input(40, 4, 19)] [Conv2d(130, 3, Padding = 1, Bias = false), Dropout(0.5)]",
        ["ManyChannels"] = "[Input(112, 5, 6)] [Conv2d(96, 3, Padding = 1)]",
        ["HalfVectors"] = "[Input(8, 9, 10)] [Conv2d(8, 3, Padding = 1), ReLU]",
        ["FewIn"] = "[Input(6, 14, 14)] [Conv2d(16, 5), ReLU, MaxPool2d(2)]",
        ["FewOut"] = "[Input(20, 8, 9)] [Conv2d(5, 5, Padding = 2), ReLU]",
        ["FiveByFive"] = "[Input(16, 7, 11)] [Conv2d(33, 5, Padding = 2), Dropout(0.3)]",
        ["FourByFour"] = "[Input(24, 10, 9)] [Conv2d(16, 4, Padding = 1), Tanh]",
        ["FourByFourPooled"] = "[Input(16, 12, 15)] [Conv2d(17, 4), ReLU, MaxPool2d(3)]",
        ["TwoByTwo"] = "[Input(32, 11, 13)] [Conv2d(16, 2), ReLU]",
        ["TwoByTwoPadded"] = "[Input(9, 9, 9)] [Conv2d(32, 2, Padding = 1), Sigmoid]",
        ["LineOfThree"] = "[Input(19, 48), Transpose] [Conv1d(64, 3, Padding = 1), ReLU]",
        ["LineOfFive"] = "[Input(23, 33), Transpose] [Conv1d(48, 5, Padding = 2, Bias = false), Dropout(0.3)]",
        ["LineOfFour"] = "[Input(16, 64), Transpose] [Conv1d(40, 4), Tanh]",
        ["LineOfTwo"] = "[Input(131, 64), Transpose] [Conv1d(64, 2), LayerNorm(Channels = true)]",
        ["LinesOfAnImage"] = "[Input(48, 3, 13)] [Conv2d(56, 1, 3, Padding = 1), Sigmoid]",
        ["Residual"] = "[Input(32, 14, 14)] [Residual<Path>, ReLU] [Conv2d(20, 3)]",
    };

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Winograd", Layers.Keys.Select(name => (name, Source(name)))));

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Agrees_with_the_direct_sum(string name)
    {
        LoweredNetwork lowered = NetworkCompilation.Plan($"Winograd.{name}", Source(name)).Lowered;
        Assert.Contains(lowered.Training.Nodes, node => node is WinogradConvolution && !node.IsBackward);

        // Behind a max-pool the gradient takes a shorter way.
        bool isPooled = Layers[name].Contains("MaxPool2d", StringComparison.Ordinal);
        Assert.Equal(!isPooled, lowered.Training.Nodes.Any(node => node is WinogradConvolution && node.IsBackward));
        Assert.Equal(!isPooled, lowered.Training.Nodes.Any(node => node is WinogradTransformedGradient));
        foreach (int samples in (int[])[1, 3])
        {
            // Parameters follow from the seed, whatever the width, and so does what is right.
            Network first = Compiled.Value.Create($"Winograd.{name}", VectorWidths.All.First(), seed: samples);
            PassInput pass = new(
                samples, ModelSources.Numbers(samples * first.InputSize, 1), ModelSources.Numbers(samples * first.OutputSize, 2), null,
                null, DropoutSeed: 3);
            ReferenceParameters parameters = ReferenceParameters.Of(first, lowered);
            double[] input = ReferencePass.Doubles(pass.Input);
            ReferenceResult expected = ReferencePass.Run(lowered, parameters, pass, input);
            double[] prediction = ReferencePass.Predict(lowered, parameters, pass, input);
            foreach (int lanes in VectorWidths.All)
                Compare(
                    lowered, Compiled.Value.Create($"Winograd.{name}", lanes, seed: samples), pass, expected, prediction,
                    $"{name}, {lanes} lanes, {samples} samples");
        }
    }

    [Fact]
    public void Is_left_out_where_the_network_says_so()
    {
        LoweredNetwork lowered = NetworkCompilation.Plan(
            "Winograd.Five", Source("Five").Replace("[Network]", "[Network(Winograd = false)]", StringComparison.Ordinal)).Lowered;
        Assert.DoesNotContain(
            lowered.Programs.SelectMany(program => program.Nodes),
            node => node is WinogradConvolution or WinogradWeight or WinogradTransformedGradient or WinogradWeightGradient);
    }

    private static string Source(string name) => $"""
        using NetGen;

        namespace Winograd;

        [Network]
        {Layers[name]}
        public partial class {name}
        """ + (Layers[name].Contains("Path", StringComparison.Ordinal) ? """

        {
            [Conv2d(32, 3, Padding = 1)]
            partial class Path : Block;
        }
        """ : ";");

    private static void Compare(
        LoweredNetwork lowered, Network network, PassInput pass, ReferenceResult expected, double[] prediction, string what)
    {
        PassResult actual = new TrainingPass(network, pass.Samples, Workers.Single, lossOfIndices: false).Run(pass);

        AssertNear(prediction, network.Predict(pass.Input), what + ", prediction");
        AssertNear(expected.Output, actual.Output, what + ", output");
        AssertNear(expected.InputGradient!, actual.InputGradient!, what + ", input gradient");
        for (int i = 0; i < expected.Gradients.Length; i++)
        {
            TensorDescription parameter = network.Description.Parameters[i];
            double[] gradient = ReferenceParameters.Logical(
                network.Memory.Gradients, parameter.Offset, lowered.Parameters.Layout.Parameters[i].Shape);
            AssertNear(expected.Gradients[i]!, Array.ConvertAll(gradient, value => (float)value), $"{what}, gradient of {parameter.Name}");
        }
    }

    private static void AssertNear(double[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs);
        double error = expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max();
        Assert.True(error <= Tolerance * largest, $"{what}: an error of {error:g3} where the largest value is {largest:g3}");
    }
}
