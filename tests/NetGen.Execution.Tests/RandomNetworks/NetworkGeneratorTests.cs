namespace NetGen.Execution.Tests.RandomNetworks;

public class NetworkGeneratorTests
{
    [Fact]
    public void TheSameSeedGivesTheSameNetworks()
    {
        IReadOnlyList<RandomNetwork> networks = NetworkGenerator.Many(1, 2, 50);
        Assert.Equal(networks.Select(network => network.Source), NetworkGenerator.Many(1, 2, 50).Select(network => network.Source));
        Assert.NotEqual(networks.Select(network => network.Source), NetworkGenerator.Many(1, 3, 50).Select(network => network.Source));
        Assert.Equal(50, networks.Select(network => network.ClassName).Distinct().Count());
    }

    /// <summary>All kinds of layers, compositions and losses are among a run's networks.</summary>
    [Theory]
    [InlineData("[Linear(")]
    [InlineData("[Conv2d(")]
    [InlineData("[ConvTranspose2d(")]
    [InlineData("OutputPadding")]
    [InlineData("Groups =")]
    [InlineData("Pad.Same")]
    [InlineData("[MaxPool2d(")]
    [InlineData("[AvgPool2d(")]
    [InlineData("[AdaptiveAvgPool2d(")]
    [InlineData("[Upsample(")]
    [InlineData("Mode = \"bilinear\"")]
    [InlineData("Tied =")]
    [InlineData("[Output(")]
    [InlineData("[BatchNorm")]
    [InlineData("[LayerNorm")]
    [InlineData("[Dropout(")]
    [InlineData("[Softmax")]
    [InlineData("[LogSoftmax")]
    [InlineData("[Flatten")]
    [InlineData("[Reshape(")]
    [InlineData("[Transpose")]
    [InlineData("[PReLU")]
    [InlineData("[Residual<")]
    [InlineData("[Sum<")]
    [InlineData("[Concat<")]
    [InlineData(">(Repeat = 2)")]
    [InlineData("[Multiply<")]
    [InlineData("Repeat = 2")]
    [InlineData("(int width = 3) : Block")]
    [InlineData("[CrossEntropy")]
    [InlineData("[NLL")]
    [InlineData("[MSE")]
    [InlineData("[L1")]
    [InlineData("[SmoothL1")]
    [InlineData("[Huber")]
    [InlineData("[BCE")]
    [InlineData("[BCEWithLogits")]
    [InlineData("[KLDiv")]
    [InlineData("Target = Target.Input")]
    [InlineData("Reduction = Reduction.Sum")]
    public void EveryPartOfTheLanguageIsTried(string part) =>
        Assert.Contains(RandomNetworkSeed.Networks, network => network.Source.Contains(part, StringComparison.Ordinal));
}
