using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Sizes that look like an image with its channels last, as Keras and image files have them: 28×28×1, 32×32×3.
/// </summary>
internal static class InputOrder
{
    // Grey, colour, and colour with transparency.
    private static readonly long[] ChannelCounts = [1, 3, 4];

    // Squares are pictures from the smallest digits on; other sizes are rather channels and lengths until they are larger.
    private const int SmallestSquare = 8;
    private const int SmallestSide = 16;
    private const int WidestRatio = 4;

    public static void Check(NetworkSpec spec, Shape? input, Report report)
    {
        if (input is not { Kind: ShapeKind.Image } image || spec.Input is not { } element
            || !ChannelCounts.Contains(image[2]) || !IsPicture(image[0], image[1]))
            return;
        Shape meant = Shape.Image(image[2], image[0], image[1]);
        string sizes = StatedShape.Arguments(meant);
        if (element.Operands.Count == 0)
            report.AddWithFixes(
                Rules.InputOrder, element.Site, [new SuggestedFix(FixKind.ReplaceSizes, sizes)],
                $"[{element.Text}]", image[0], $"{image[1]}×{image[2]}", $"[Input({sizes})]");
        else if (spec.InputDataSet is { } dataSet)
            report.AddWithFixes(
                Rules.InputOrder, element.Operands[0].Site,
                dataSet.SampleSite == SuggestedFix.AtFault
                    ? [] : [new SuggestedFix(FixKind.Replace, $"Sample({sizes}, ChannelsLast = true)", dataSet.SampleSite)],
                $"The data set '{dataSet.Name}'", image[0], $"{image[1]}×{image[2]}", $"[Sample({sizes}, ChannelsLast = true)]");
        report.IsInputOutOfOrder = true;
    }

    private static bool IsPicture(long height, long width) => height == width
        ? height >= SmallestSquare
        : Math.Min(height, width) >= SmallestSide && Math.Max(height, width) <= WidestRatio * Math.Min(height, width);
}
