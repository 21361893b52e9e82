using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static readonly SampleShape Positive = SampleShape.Image(3, 7, 5);

    private static IEnumerable<LayerCase> Pools() =>
    [
        new("AdaptiveMaxPool2dToOne", "AdaptiveMaxPool2d(1)", Positive, SampleShape.Image(3, 1, 1), x => at => Adaptive(x, at, 1, 1)),
        new("AdaptiveMaxPool2dToSize", "AdaptiveMaxPool2d(3, 2)", Positive, SampleShape.Image(3, 3, 2), x => at => Adaptive(x, at, 3, 2)),
        new("AdaptiveMaxPool2dOfRows", "AdaptiveMaxPool2d(OutputHeight = 4)", Positive, SampleShape.Image(3, 4, 5),
            x => at => Adaptive(x, at, 4, 5)),
        new("AdaptiveMaxPool2dThatGrows", "AdaptiveMaxPool2d(5, 8)", Positive, SampleShape.Image(3, 5, 8),
            x => at => Adaptive(x, at, 5, 8)),
        new("LPPool2dOfSums", "LPPool2d(1, 2)", Positive, SampleShape.Image(3, 3, 2), x => at => Window(x, at, 2, 2, 2).Sum()),
        new("LPPool2dOfSquares", "LPPool2d(2, 3, 2, Stride = 2)", Positive, SampleShape.Image(3, 3, 2),
            x => at => Math.Sqrt(Window(x, at, 3, 2, 2).Sum(value => value * value))),
        new("LPPool2dOfCubes", "Sigmoid, LPPool2d(3, 2)", Positive, SampleShape.Image(3, 3, 2),
            x => at => Math.Cbrt(Window(x, at, 2, 2, 2).Sum(value => Math.Pow(1 / (1 + Math.Exp(-value)), 3)))),
        new("LPPool2dOfFractions", "Sigmoid, LPPool2d(1.5, 2)", Positive, SampleShape.Image(3, 3, 2),
            x => at => Math.Pow(Window(x, at, 2, 2, 2).Sum(value => Math.Pow(1 / (1 + Math.Exp(-value)), 1.5)), 1 / 1.5)),

        // The window that overhangs has half as many values, which count twice.
        new("LPPool2dThatOverhangs", "LPPool2d(2, 1, 2, CeilMode = true)", SampleShape.Image(3, 2, 5), SampleShape.Image(3, 2, 3),
            x => at => at[2] < 2 ? Math.Sqrt(Square(x[at[0], at[1], 2 * at[2]]) + Square(x[at[0], at[1], (2 * at[2]) + 1]))
                : Math.Sqrt(2) * Math.Abs(x[at[0], at[1], 4])),
        Kept("LocalResponseNormOfFive", "LocalResponseNorm(5, Alpha = 0.5, Beta = 0.75, K = 2)", Image,
            x => at => Neighboured(x, at, 5, 0.5, 0.75, 2)),
        Kept("LocalResponseNormOfEven", "LocalResponseNorm(2, Alpha = 3, Beta = 0.5)", Image, x => at => Neighboured(x, at, 2, 3, 0.5, 1)),
        Kept("LocalResponseNormOfWide", "LocalResponseNorm(11)", Image, x => at => Neighboured(x, at, 11, 1e-4, 0.75, 1)),
    ];

    private static double Square(double value) => value * value;

    private static double Adaptive(SampleValues x, int[] at, int rows, int columns)
    {
        (int height, int width) = (x.Shape.Sizes[1], x.Shape.Sizes[2]);
        double most = double.NegativeInfinity;
        for (int row = at[1] * height / rows; row < (((at[1] + 1) * height) + rows - 1) / rows; row++)
            for (int column = at[2] * width / columns; column < (((at[2] + 1) * width) + columns - 1) / columns; column++)
                most = Math.Max(most, x[at[0], row, column]);
        return most;
    }

    private static IEnumerable<double> Window(SampleValues x, int[] at, int rows, int columns, int stride) =>
        from row in Enumerable.Range(at[1] * stride, rows)
        from column in Enumerable.Range(at[2] * stride, columns)
        select x[at[0], row, column];

    private static double Neighboured(SampleValues x, int[] at, int size, double alpha, double beta, double k)
    {
        double sum = 0;
        for (int channel = at[0] - (size / 2); channel <= at[0] + ((size - 1) / 2); channel++)
            sum += channel < 0 || channel >= x.Shape.Sizes[0] ? 0 : Square(x[channel, at[1], at[2]]);
        return x[at] / Math.Pow(k + (alpha * sum / size), beta);
    }
}
