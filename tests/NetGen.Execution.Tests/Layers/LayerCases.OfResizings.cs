using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static IEnumerable<LayerCase> Resizings() =>
    [
        new("CubicToSize", "Upsample(SizeHeight = 7, SizeWidth = 3, Mode = \"bicubic\")", Image, SampleShape.Image(6, 7, 3),
            x => at => Bicubic(x, at, (4 / 7.0, 5 / 3.0), alignsCorners: false)),
        new("CubicByFactor", "Upsample(ScaleFactor = 1.7, Mode = \"bicubic\")", Image, SampleShape.Image(6, 6, 8),
            x => at => Bicubic(x, at, (1 / 1.7, 1 / 1.7), alignsCorners: false)),
        new("CubicOfCorners", "Upsample(Size = 9, Mode = \"bicubic\", AlignCorners = true)", Image, SampleShape.Image(6, 9, 9),
            x => at => Bicubic(x, at, (3 / 8.0, 4 / 8.0), alignsCorners: true)),
        new("CubicOfOnePixel", "Upsample(Size = 3, Mode = \"bicubic\")", SampleShape.Image(2, 1, 1), SampleShape.Image(2, 3, 3),
            x => at => x[at[0], 0, 0]),
        new("CubicAndActivation", "Upsample(ScaleFactor = 2, Mode = \"bicubic\"), ReLU", SampleShape.Image(17, 2, 3),
            SampleShape.Image(17, 4, 6), x => at => Math.Max(Bicubic(x, at, (0.5, 0.5), alignsCorners: false), 0)),
        new("LinearToSize", "Upsample(Size = 14, Mode = \"linear\")", Signal, SampleShape.Signal(6, 14),
            x => at => Between(x, at[0], ((at[1] + 0.5) * 9 / 14) - 0.5)),
        new("LinearToLess", "Upsample(Size = 4, Mode = \"linear\")", Signal, SampleShape.Signal(6, 4),
            x => at => Between(x, at[0], ((at[1] + 0.5) * 9 / 4) - 0.5)),
        new("LinearByFactor", "Upsample(ScaleFactor = 1.5, Mode = \"linear\")", Signal, SampleShape.Signal(6, 13),
            x => at => Between(x, at[0], ((at[1] + 0.5) / 1.5) - 0.5)),
        new("LinearOfCorners", "Upsample(Size = 13, Mode = \"linear\", AlignCorners = true)", Signal, SampleShape.Signal(6, 13),
            x => at => Between(x, at[0], at[1] * 8 / 12.0)),
        new("NearestToSize", "Upsample(Size = 14)", Signal, SampleShape.Signal(6, 14), x => at => x[at[0], at[1] * 9 / 14]),
        new("NearestByFactor", "Upsample(ScaleFactor = 1.5)", Signal, SampleShape.Signal(6, 13), x => at => x[at[0], (int)(at[1] / 1.5)]),
        new("NearestTwice", "Upsample(ScaleFactor = 2), Conv1d(6, 1, Init = Init.Dirac, Bias = false)", Signal, SampleShape.Signal(6, 18),
            x => at => x[at[0], at[1] / 2]),
        new("AdaptiveMaxPool1dToOne", "AdaptiveMaxPool1d(1)", Signal, SampleShape.Signal(6, 1), x => at => Largest(x, at[0], 0, 9)),
        new("AdaptiveMaxPool1dToSize", "AdaptiveMaxPool1d(4)", Signal, SampleShape.Signal(6, 4),
            x => at => Largest(x, at[0], at[1] * 9 / 4, (((at[1] + 1) * 9) + 3) / 4)),
        new("AdaptiveMaxPool1dThatGrows", "AdaptiveMaxPool1d(13), ReLU", Signal, SampleShape.Signal(6, 13),
            x => at => Math.Max(0, Largest(x, at[0], at[1] * 9 / 13, (((at[1] + 1) * 9) + 12) / 13))),
    ];

    private static double Largest(SampleValues x, int channel, int start, int end) =>
        Enumerable.Range(start, end - start).Max(position => x[channel, position]);

    /// <summary>The mean of two values around a place, which is inside of the signal.</summary>
    private static double Between(SampleValues x, int channel, double place)
    {
        int last = x.Shape.Sizes[1] - 1;
        double inside = Math.Clamp(place, 0, last);
        int first = (int)inside;
        return first == last
            ? x[channel, last]
            : ((1 - (inside - first)) * x[channel, first]) + ((inside - first) * x[channel, first + 1]);
    }

    private static double Bicubic(SampleValues x, int[] at, (double Y, double X) step, bool alignsCorners)
    {
        double sum = 0;
        double middleY = Place(at[1], step.Y), middleX = Place(at[2], step.X);
        for (int y = (int)Math.Floor(middleY) - 1; y <= (int)Math.Floor(middleY) + 2; y++)
            for (int column = (int)Math.Floor(middleX) - 1; column <= (int)Math.Floor(middleX) + 2; column++)
                sum += Share(middleY - y) * Share(middleX - column)
                    * x[at[0], Math.Clamp(y, 0, x.Shape.Sizes[1] - 1), Math.Clamp(column, 0, x.Shape.Sizes[2] - 1)];
        return sum;

        double Place(int row, double by) => alignsCorners ? row * by : ((row + 0.5) * by) - 0.5;

        // Keys' kernel with a = -3/4.
        static double Share(double signed)
        {
            double d = Math.Abs(signed);
            return d <= 1 ? (1.25 * d * d * d) - (2.25 * d * d) + 1 : (-0.75 * d * d * d) + (3.75 * d * d) - (6 * d) + 3;
        }
    }
}
