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
        int vocabulary = random.OneIn(6) ? random.Of(2, 3, 19, 40) : 0;
        SampleShape input = vocabulary > 0 ? SampleShape.Tokens(random.Of(1, 3, 8, 11)) : Input(random);
        var inputs = new InputGenerator(random, input, vocabulary);
        Chain chain = layers.Chain(
            vocabulary > 0 ? Embedded(random, input, vocabulary) : new Chain([], input), random.Between(1, 6), depth: 0);
        chain = inputs.Joined(chain, layers);

        // The target is the input only where that is all of a sample.
        (Chain whole, RandomLabels labels) = new LossGenerator(random, layers).End(
            inputs.Sources.Count > 0 ? SampleShape.Tokens(1) : input, chain);
        var frozen = new FrozenParts(number);
        bool hasLoss = labels != RandomLabels.None;
        IReadOnlyList<string> blocks = frozen.InBlocks(layers.Blocks, whole.Attributes, hasLoss);
        string source = Source(className, inputs.Attributes, frozen.In(whole.Attributes, hasLoss), blocks);
        int samples = Math.Max(random.Of(1, 2, 3, 5), layers.FewestSamples);
        return new RandomNetwork(
            className, source, input, whole.Output, labels, samples)
        {
            NamedOutputs = layers.NamedOutputs,
            Vocabulary = vocabulary,
            Sources = inputs.Sources,
        };
    }

    /// <summary>A row for each token, and what is mostly done with rows first.</summary>
    private static Chain Embedded(Choices random, SampleShape input, int vocabulary)
    {
        int width = random.Width(12);
        string padding = random.Of("", "", ", PaddingIndex = 0", ", PaddingIndex = -1");
        var sequence = SampleShape.Sequence(input.Count, width);
        Chain chain = new Chain([], input).Then($"Embedding({vocabulary}, {width}{padding}{random.Of("", ", Std = 0.3")})", sequence);
        if (random.OneIn(2))
        {
            chain = chain.Then(
                random.Of("PositionEmbedding", $"PositionEmbedding({input.Count + 2})", "PositionEmbedding(Std = 0.5)",
                    "PositionEmbedding(Sinusoidal = true)"), sequence);
        }

        return random.OneIn(3) ? chain.Then("ClassToken(Std = 0.3)", SampleShape.Sequence(input.Count + 1, width)) : chain;
    }

    private static SampleShape Input(Choices random) => random.Below(10) switch
    {
        < 3 => SampleShape.Vector(random.Width()),
        < 4 => SampleShape.Sequence(random.Of(1, 2, 5, 7), random.Width()),
        < 6 => SampleShape.Signal(random.Width(), random.Of(1, 3, 8, 9)),
        _ => SampleShape.Image(random.Of(1, 2, 3, 4, 8, 16, 17), random.Of(1, 2, 5, 6, 7, 8, 9, 11), random.Of(1, 3, 5, 7, 8, 9, 13)),
    };

    private static string Source(string className, string inputs, IReadOnlyList<string> attributes, IReadOnlyList<string> blocks)
    {
        var source = new StringBuilder();
        source.AppendLine("using NetGen;").AppendLine().AppendLine($"namespace {Namespace};").AppendLine();
        // By the name and not by chance, so that what was drawn before stays as it is.
        source.AppendLine(className.EndsWith('5') ? "[Network(Activations = true)]" : "[Network]").AppendLine(inputs);
        foreach (string attribute in attributes)
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
