using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Language;

/// <summary>Networks with a weight of several layers, with several results, and such that are chained by hand.</summary>
internal static class LanguageNetworks
{
    private const string Source = """
        using NetGen;

        [Network, Input(256), Linear(256, Name = "encoder"), Tanh, Linear(256, Tied = "encoder"), Tanh, Linear(10), CrossEntropy]
        public partial class TiedMlp;

        [Network, Input(1, 6, 6), Conv2d(4, 3, Name = "down"), Tanh, ConvTranspose2d(1, 3, Tied = "down"), MSE(Target = Target.Input)]
        public partial class TiedAutoencoder;

        [Network, Input(20), Linear(8), Output(8, Name = "hidden"), Tanh, Concat<Mean, LogVariance>]
        public partial class Encoder
        {
            [Linear(3), Output(3, Name = "mean")] partial class Mean : Block;
            [Linear(3), Output(3, Name = "log_variance")] partial class LogVariance : Block;
        }

        [Network, Input(20), Linear(8), Output(8, Name = "hidden"), Tanh, Dropout(0.5), Linear(3), CrossEntropy]
        public partial class Classifier;

        [Network, Input(20), Linear(8, Bias = false), BatchNorm, ReLU, Linear(4, Bias = false), BatchNorm, ReLU, Linear(3), CrossEntropy]
        public partial class Normalised;

        [Network, Input(3, 4, 4), Conv2d(4, 3, Bias = false), BatchNorm, ReLU, Flatten, Linear(3), CrossEntropy]
        public partial class NormalisedImages;

        [Network, Input(6), Linear(16), LeakyReLU(0.2), Linear(25), Tanh, Reshape(1, 5, 5)]
        public partial class Painter;

        [Network, Input<Painter>, Conv2d(4, 3), LeakyReLU(0.2), Flatten, Linear(1), BCEWithLogits]
        public partial class Judge;

        [Network, Input(6), Linear(16), LeakyReLU(0.2), Linear(25), Tanh, Reshape(1, 5, 5)]
        [Conv2d(4, 3), LeakyReLU(0.2), Flatten, Linear(1), BCEWithLogits]
        public partial class PainterAndJudge;
        """;

    private static readonly Lazy<CompiledNetworks> Compiled = new(
        () => NetworkCompilation.Compile("LanguageNetworks", [("LanguageNetworks", Source)]));

    public static Network Create(string name, int lanes = 16, int seed = 1) => Compiled.Value.Create(name, lanes, seed);

    /// <summary>Room for the network's outputs, of its own class, as a user makes it.</summary>
    public static NetworkOutputs Outputs(Network network, int samples) =>
        (NetworkOutputs)Activator.CreateInstance(network.GetType().GetNestedType("Outputs")!, samples)!;

    /// <summary>A member of the class of a network's outputs.</summary>
    public static float[] Member(NetworkOutputs outputs, string name) =>
        outputs.GetType().GetProperty(name)!.GetGetMethod()!.CreateDelegate<Values>(outputs)().ToArray();

    public static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private delegate Span<float> Values();
}
