using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static IEnumerable<LayerCase> Positions() =>
    [
        Kept("PositionsOfEven", "PositionEmbedding(Sinusoidal = true)", Sequence, x => at => x[at] + Wave(at, 18)),
        Kept("PositionsOfOdd", "PositionEmbedding(Sinusoidal = true)", SampleShape.Sequence(40, 7), x => at => x[at] + Wave(at, 7)),
        Kept("PositionsOfOne", "PositionEmbedding(Sinusoidal = true)", SampleShape.Sequence(6, 1), x => at => x[at] + Math.Sin(at[0])),
        Kept("PositionsOfOneStep", "PositionEmbedding(Sinusoidal = true)", SampleShape.Sequence(1, 5),
            x => at => x[at] + (at[1] % 2 == 0 ? 0 : 1)),
        Kept("PositionsOfLinear", "Linear(18), PositionEmbedding(Sinusoidal = true), ReLU, Scale(Initial = 0)", Sequence, x => at => 0),
        Kept("PositionsTwice", "PositionEmbedding(Sinusoidal = true), Tanh, PositionEmbedding(Sinusoidal = true)", Sequence,
            x => at => Math.Tanh(x[at] + Wave(at, 18)) + Wave(at, 18)),
        new("PositionsOfTwoKinds",
            "PositionEmbedding(Sinusoidal = true), Transpose(Axes = Axes.StepsFeatures), PositionEmbedding(Sinusoidal = true)", Sequence,
            SampleShape.Sequence(18, 5), x => at => x[at[1], at[0]] + Wave([at[1], at[0]], 18) + Wave(at, 5)),
        new("PositionsAndMean", "PositionEmbedding(Sinusoidal = true), Mean(Axis = 0)", Sequence, SampleShape.Vector(18),
            x => at => Enumerable.Range(0, 5).Average(step => x[step, at[0]] + Wave([step, at[0]], 18))),
        new("PositionsAndNorm", "PositionEmbedding(Sinusoidal = true), LayerNorm(Eps = 1000), Scale(Initial = 0)", Sequence, Sequence,
            x => at => 0),
    ];

    private static double Wave(int[] at, int features)
    {
        double angle = at[0] / Math.Pow(10_000, 2 * (at[1] / 2) / (double)features);
        return at[1] % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
    }
}
