using Lecture.Data;
using NetGen;

namespace Lecture.Pictures;

/// <summary>Digits in rows and columns.</summary>
internal static class ShadeGrid
{
    /// <summary>One picture of many.</summary>
    /// <param name="shades">[digits, 28, 28], 0 black to 1 white.</param>
    /// <param name="columns">Digits a row.</param>
    /// <param name="gap">Pixels between digits.</param>
    /// <param name="background">The shade between them.</param>
    public static GreyImage Of(float[] shades, int columns, int gap = 2, float background = 0.5f) => ImageGrid.Of(
        [
            .. Enumerable.Range(0, shades.Length / Mnist.PixelsPerImage)
                .Select(index => new GreyImage(Mnist.Side, Mnist.Side, Shades.At(shades, index))),
        ],
        columns,
        gap,
        background);
}
