using System.Text.RegularExpressions;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;

namespace NetGen.Execution.Tests.RandomNetworks;

public class NetworkGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_networks()
    {
        IReadOnlyList<RandomNetwork> networks = NetworkGenerator.Many(1, 2, 50);
        Assert.Equal(networks.Select(network => network.Source), NetworkGenerator.Many(1, 2, 50).Select(network => network.Source));
        Assert.NotEqual(networks.Select(network => network.Source), NetworkGenerator.Many(1, 3, 50).Select(network => network.Source));
        Assert.Equal(50, networks.Select(network => network.ClassName).Distinct().Count());
    }

    public static TheoryData<string> Kinds =>
        [.. LayerCatalog.All.Select(layer => layer.Kind), .. LossCatalog.All.Select(loss => loss.Kind)];

    /// <summary>An operand that is the identity stands in angle brackets, and so do none of the others.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Every_layer_and_loss_is_tried(string kind)
    {
        string operands = kind == "Reparameterize" ? @"<\w+, \w+>" : @"(<\w+>)?";
        Assert.Contains(
            RandomNetworkSeed.Networks, network => Regex.IsMatch(network.Source, $@"[\[<,] ?{kind}{operands}[\](,>]"));
    }

    /// <summary>The options and compositions of the language are among a run's networks.</summary>
    [Theory]
    [InlineData("OutputPadding")]
    [InlineData("Groups =")]
    [InlineData("Pad.Same")]
    [InlineData("Mode = \"bilinear\"")]
    [InlineData("Mode = \"bicubic\"")]
    [InlineData("Mode = \"linear\"")]
    [InlineData("Init = Init.")]
    [InlineData("Std =")]
    [InlineData("Sinusoidal = true")]
    [InlineData("Tied =")]
    [InlineData("[Output(")]
    [InlineData("[Residual<")]
    [InlineData("[Sum<")]
    [InlineData("[Concat<")]
    [InlineData(">(Repeat = 2)")]
    [InlineData("[Multiply<")]
    [InlineData("Repeat = 2")]
    [InlineData("(int width = 3) : Block")]
    [InlineData("Target = Target.Input")]
    [InlineData("Reduction = Reduction.Sum")]
    [InlineData("[From(\"skip")]
    [InlineData("[From(\"other\"), Embedding")]
    [InlineData("[From(\"other\"), Linear")]
    [InlineData("Bidirectional = true")]
    [InlineData("NumLayers = 2")]
    [InlineData("NumLayers = 2, Dropout")]
    [InlineData("RecurrentBias = false")]
    [InlineData("Last = true")]
    [InlineData("State = \"other\"")]
    [InlineData("Cell = \"other\"")]
    [InlineData("PaddingToken = 1")]
    [InlineData("Lengths = true")]
    public void Every_part_of_the_language_is_tried(string part) =>
        Assert.Contains(RandomNetworkSeed.Networks, network => network.Source.Contains(part, StringComparison.Ordinal));

    /// <summary>What learns on one side of something frozen, or both, is among a run's networks too.</summary>
    [Theory]
    [InlineData("Linear")]
    [InlineData(@"Conv(Transpose)?[12]d")]
    [InlineData("BatchNorm")]
    [InlineData("InstanceNorm")]
    [InlineData("LayerNorm")]
    [InlineData("Embedding")]
    [InlineData("PositionEmbedding")]
    [InlineData("SelfAttention")]
    [InlineData("(LSTM|GRU|RNN)")]
    [InlineData("(Residual|Sum|Concat|Multiply)<[^>]*>")]
    public void Frozen_parts_are_tried(string what) => Assert.Contains(
        RandomNetworkSeed.Networks, network => Regex.IsMatch(network.Source, $@"[\[ ]{what}\(([^()]*, )?Frozen = true\)"));
}
