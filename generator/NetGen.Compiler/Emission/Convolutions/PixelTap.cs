using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// How a pixel of a strided convolution's image is reached: by which place of the window, and from which position of the result,
/// counted from that which stands in the same stride as the pixel.
/// </summary>
/// <param name="Pixel">The pixel's place within its stride.</param>
/// <param name="Place">The window's place.</param>
/// <param name="Position">The position.</param>
internal sealed record PixelTap((int Row, int Column) Pixel, (int Row, int Column) Place, (int Row, int Column) Position)
{
    /// <summary>All taps of some pixels, by the position's row, then its column.</summary>
    public static IReadOnlyList<PixelTap> Of(TransposedTerm term, IEnumerable<(int Row, int Column)> pixels)
    {
        ConvolutionGeometry g = term.Geometry;
        var taps = new List<PixelTap>();
        foreach ((int Row, int Column) pixel in pixels)
            for (int ky = 0; ky < g.KernelHeight; ky++)
                for (int kx = 0; kx < g.KernelWidth; kx++)
                {
                    (int row, int column) =
                        (pixel.Row + term.Top - (ky * g.DilationHeight), pixel.Column + term.Left - (kx * g.DilationWidth));
                    if (row % g.StrideHeight == 0 && column % g.StrideWidth == 0)
                        taps.Add(new(pixel, (ky, kx), (row / g.StrideHeight, column / g.StrideWidth)));
                }

        return [.. taps.OrderBy(tap => tap.Position).ThenBy(tap => tap.Place)];
    }
}
