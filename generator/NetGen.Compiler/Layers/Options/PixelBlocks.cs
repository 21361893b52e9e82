using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// How the blocks of r × r pixels of an image become channels, as PixelUnshuffle has it, and PixelShuffle the other way round.
/// </summary>
internal static class PixelBlocks
{
    /// <summary>From [height · r, width · r, channels] to [height, width, channels · r²].</summary>
    /// <param name="large">The image with the more pixels.</param>
    /// <param name="factor">Rows and columns of a block: r.</param>
    public static MoveLoop[] Loops(Shape large, int factor)
    {
        int[] sizes = large.ToInts();
        return
        [
            new(sizes[1] / factor, 0, factor, 0, 1),
            new(sizes[2] / factor, 1, factor, 1, 1),
            new(sizes[0], 2, 1, 2, factor * factor),
            new(factor, 0, 1, 2, factor),
            new(factor, 1, 1, 2, 1),
        ];
    }
}
