using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static readonly SampleShape Squares = SampleShape.Image(18, 2, 3);

    private static IEnumerable<LayerCase> Shuffles() =>
    [
        new("PixelShuffleByThree", "PixelShuffle(3)", Squares, SampleShape.Image(2, 6, 9),
            x => at => x[(at[0] * 9) + (at[1] % 3 * 3) + (at[2] % 3), at[1] / 3, at[2] / 3]),
        new("PixelUnshuffleByTwo", "PixelUnshuffle(2)", SampleShape.Image(3, 6, 4), SampleShape.Image(12, 3, 2),
            x => at => x[at[0] / 4, (at[1] * 2) + (at[0] % 4 / 2), (at[2] * 2) + (at[0] % 2)]),
        Kept("ChannelShuffleOfThree", "ChannelShuffle(3)", Squares, x => at => x[(at[0] % 3 * 6) + (at[0] / 3), at[1], at[2]]),
        Kept("ChannelShuffleOfTwo", "ChannelShuffle(2)", Image, x => at => x[(at[0] % 2 * 3) + (at[0] / 2), at[1], at[2]]),
    ];
}
