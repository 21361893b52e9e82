using System.Globalization;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Images resized in all ways, larger and smaller.</summary>
internal sealed class UpsampleGenerator(Choices random)
{
    /// <summary>Rows or columns of the largest image that comes out.</summary>
    private const int Largest = 17;

    public Chain Upsample(Chain chain)
    {
        SampleShape image = chain.Output;
        (string options, int height, int width) = random.Below(4) switch
        {
            0 => Sized(random.Between(1, Largest), random.Between(1, Largest)),
            1 => Sized(random.Between(1, Largest)),
            2 => Scaled(image, random.Of(2.5, 1.25, 0.7), random.Of(1.5, 3.0, 1.0)),
            _ => Scaled(image, random.Of(2.0, 2.0, 3.0, 1.75)),
        };
        if (Math.Min(height, width) < 1 || Math.Max(height, width) > Largest)
            return chain;
        options += random.Of("", ", Mode = \"nearest\"", ", Mode = \"bilinear\"", ", Mode = \"bilinear\", AlignCorners = true",
            ", Mode = \"bicubic\"", ", Mode = \"bicubic\", AlignCorners = true");
        return chain.Then($"Upsample({options})", SampleShape.Image(image.Width, height, width));
    }

    private static (string Options, int Height, int Width) Sized(int size) => ($"Size = {size}", size, size);

    private static (string Options, int Height, int Width) Sized(int height, int width) =>
        ($"SizeHeight = {height}, SizeWidth = {width}", height, width);

    private static (string Options, int Height, int Width) Scaled(SampleShape image, double factor) =>
        ($"ScaleFactor = {Text(factor)}", (int)(image.Sizes[1] * factor), (int)(image.Sizes[2] * factor));

    private static (string Options, int Height, int Width) Scaled(SampleShape image, double height, double width) =>
        (
            $"ScaleFactorHeight = {Text(height)}, ScaleFactorWidth = {Text(width)}", (int)(image.Sizes[1] * height),
            (int)(image.Sizes[2] * width));

    private static string Text(double factor) => factor.ToString("R", CultureInfo.InvariantCulture);
}
