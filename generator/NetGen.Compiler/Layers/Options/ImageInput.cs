using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>What layers over images do about another shape.</summary>
internal static class ImageInput
{
    /// <summary>
    /// The image that comes in. Another shape is reported, and the image that the proposed fix makes of it is returned, or null
    /// where there is none.
    /// </summary>
    public static Shape? Of(Shape input, LayerReport report)
    {
        const string wanted = "an image (channels × height × width)";
        if (input.Kind == ShapeKind.Image)
            return input;
        if (report.Previous is { Layer: Flatten, Input: { Kind: ShapeKind.Image } image } flatten)
        {
            report.CannotTake(
                input, wanted, $"Leave out '{flatten.Report.Name}'.", new SuggestedFix(FixKind.Remove, "", flatten.Report.AttributeSite));
            return image;
        }

        Shape? made = Made(input);
        report.CannotTake(input, wanted, made is null ? "" : $"Reshape({StatedShape.Arguments(made)})");
        return made;
    }

    /// <summary>A matrix is an image of one channel; a vector is a square one, of one channel or three.</summary>
    private static Shape? Made(Shape input)
    {
        if (input.Rank == 2)
            return Shape.Image(1, input[0], input[1]);
        foreach (long channels in new long[] { 1, 3 })
        {
            long side = (long)Math.Sqrt(input.Count / channels);
            if (side > 1 && channels * side * side == input.Count)
                return Shape.Image(channels, side, side);
        }

        return null;
    }
}
