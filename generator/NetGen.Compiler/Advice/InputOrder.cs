using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Sizes that look like an image with its channels last, as Keras and image files have them: 28×28×1, 32×32×3.
/// </summary>
internal static class InputOrder
{
    private const int MostChannels = 4;
    private const int SmallestSide = 8;

    public static void Check(NetworkSpec spec, Shape? input, Report report)
    {
        if (input is not { Kind: ShapeKind.Image } image || spec.Input is not { } element
            || image[2] > MostChannels || image[0] < SmallestSide || image[1] < SmallestSide)
            return;
        Shape meant = Shape.Image(image[2], image[0], image[1]);
        string sizes = StatedShape.Arguments(meant);
        if (element.Operands.Count == 0)
            report.AddWithRemedies(
                Rules.InputOrder, element.Site, [new Remedy(RemedyKind.ReplaceSizes, sizes)],
                $"[{element.Text}]", image[0], $"{image[1]}×{image[2]}", $"[Input({sizes})]");
        else if (spec.InputDataSet is { } dataSet)
            report.AddWithRemedies(
                Rules.InputOrder, element.Operands[0].Site,
                dataSet.SampleSite == Remedy.AtFault ? [] : [new Remedy(RemedyKind.Replace, $"Sample({sizes}, ChannelsLast = true)", dataSet.SampleSite)],
                $"The data set '{dataSet.Name}'", image[0], $"{image[1]}×{image[2]}", $"[Sample({sizes}, ChannelsLast = true)]");
        report.IsInputOutOfOrder = true;
    }
}
