using System.Text;
using CsCheck;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// Random valid networks: chains of layers with options, compositions of branches, blocks with parameters, and a loss.
/// Sizes lie around the vector widths. The interpreter must get through them, so the work of one sample is bounded.
/// </summary>
internal sealed class NetworkGenerator : Gen<RandomNetwork>
{
    public const string Namespace = "RandomNetworks";

    /// <summary>Networks that the seed reproduces.</summary>
    public static IReadOnlyList<RandomNetwork> Many(uint stream, ulong seed, int count)
    {
        var pcg = new PCG(stream, seed);
        var generator = new NetworkGenerator();
        var networks = new List<RandomNetwork>(count);
        while (networks.Count < count)
            networks.Add(generator.Generate(pcg, null, out _));
        return networks;
    }

    public override RandomNetwork Generate(PCG pcg, Size? min, out Size size)
    {
        uint number = pcg.Next();
        size = new Size(number);
        var random = new Choices(pcg);
        string className = $"Random{number:x8}";
        var layers = new LayerGenerator(random);
        SampleShape input = Input(random);
        Chain chain = layers.Chain(input, random.Between(1, 6), depth: 0);
        (Chain whole, RandomLabels labels) = new LossGenerator(random, layers).End(input, chain);
        int samples = Math.Max(random.Of(1, 2, 3, 5), layers.FewestSamples);
        return new RandomNetwork(className, Source(className, input, whole, layers.Blocks), input, whole.Output, labels, samples)
        {
            NamedOutputs = layers.NamedOutputs,
        };
    }

    private static SampleShape Input(Choices random) => random.Below(10) switch
    {
        < 3 => SampleShape.Vector(random.Width()),
        < 4 => SampleShape.Sequence(random.Of(1, 2, 5, 7), random.Width()),
        < 5 => SampleShape.Signal(random.Width(), random.Of(1, 3, 8, 9)),
        _ => SampleShape.Image(random.Of(1, 2, 3, 4, 8, 16, 17), random.Of(1, 2, 5, 6, 7, 8, 9, 11), random.Of(1, 3, 5, 7, 8, 9, 13)),
    };

    private static string Source(string className, SampleShape input, Chain chain, IReadOnlyList<string> blocks)
    {
        string axes = input.Kind == SampleKind.Signal ? ", Axes = Axes.ChannelsLength" : "";
        var source = new StringBuilder();
        source.AppendLine("using NetGen;").AppendLine().AppendLine($"namespace {Namespace};").AppendLine();
        source.AppendLine("[Network]").AppendLine($"[Input({input}{axes})]");
        foreach (string attribute in chain.Attributes)
            source.AppendLine($"[{attribute}]");
        source.AppendLine($"public partial class {className}").AppendLine("{");
        foreach (string block in blocks)
            source.AppendLine(block);
        return source.AppendLine("}").ToString();
    }
}

/// <summary>Attributes in their order, and the shape that comes out of them.</summary>
internal sealed record Chain(IReadOnlyList<string> Attributes, SampleShape Output)
{
    public Chain Then(string attribute, SampleShape output) => new([.. Attributes, attribute], output);
}
