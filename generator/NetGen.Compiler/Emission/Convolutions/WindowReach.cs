using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The pixels that a convolution's window reaches from some positions of its result, counted from the first position's first
/// pixel: what a kernel that adds to pixels keeps in registers.
/// </summary>
internal sealed class WindowReach(ConvolutionGeometry geometry, IReadOnlyList<(int Row, int Column)> positions)
{
    public IReadOnlyList<(int Row, int Column)> Positions { get; } = positions;

    /// <summary>The pixel that a place of the window covers from a position.</summary>
    public (int Row, int Column) Pixel((int Row, int Column) position, (int Row, int Column) place) => (
        (position.Row * geometry.StrideHeight) + (place.Row * geometry.DilationHeight),
        (position.Column * geometry.StrideWidth) + (place.Column * geometry.DilationWidth));

    /// <summary>The pixels that some places of the window reach from all positions, row by row.</summary>
    public IReadOnlyList<(int Row, int Column)> Pixels(IEnumerable<(int Row, int Column)> places) =>
        [.. places.SelectMany(place => Positions.Select(position => Pixel(position, place))).Distinct().OrderBy(pixel => pixel)];

    /// <summary>The window's places in parts, each of which reaches at most so many pixels, where that can be.</summary>
    public IReadOnlyList<(int Row, int Column)[]> Parts(int mostPixels)
    {
        var parts = new List<(int, int)[]>();
        var part = new List<(int Row, int Column)>();
        for (int row = 0; row < geometry.KernelHeight; row++)
            for (int column = 0; column < geometry.KernelWidth; column++)
            {
                part.Add((row, column));
                if (part.Count > 1 && Pixels(part).Count > mostPixels)
                {
                    part.RemoveAt(part.Count - 1);
                    parts.Add([.. part]);
                    part = [(row, column)];
                }
            }

        parts.Add([.. part]);
        return parts;
    }
}
