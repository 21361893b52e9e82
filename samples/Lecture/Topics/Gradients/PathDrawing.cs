using Lecture.Pictures;

namespace Lecture.Gradients;

/// <summary>A surface in blocks, the lower the lighter, with paths in letters over it.</summary>
internal static class PathDrawing
{
    private const int Columns = 38, Rows = 17;

    /// <param name="landscape">The surface.</param>
    /// <param name="paths">The paths; a later one covers an earlier one.</param>
    /// <param name="letters">A letter for each path.</param>
    public static IEnumerable<string> Lines(Landscape landscape, IReadOnlyList<IReadOnlyList<Place>> paths, string letters)
    {
        PlaneGrid grid = landscape.Grid with { Columns = Columns, Rows = Rows };
        double[,] heights = grid.Values(i => Math.Log(landscape.Surface.At(grid.X(i % Columns), grid.Y(i / Columns))));
        double low = heights.Cast<double>().Min(), high = heights.Cast<double>().Max();

        // The darkest block stays away, so that letters can be read everywhere.
        GreyImage picture = grid.Image(i => (float)(0.75 * (heights[i % Columns, i / Columns] - low) / (high - low)));
        char[][] lines = [.. Blocks.Lines(picture).Select(line => line.PadRight(2 * Columns).ToCharArray())];
        for (int path = 0; path < paths.Count; path++)
        {
            foreach (Place place in paths[path])
            {
                int column = (int)Math.Round((place.First - grid.Left) / (grid.Right - grid.Left) * (Columns - 1));
                int row = (int)Math.Round((grid.Top - place.Second) / (grid.Top - grid.Bottom) * (Rows - 1));
                if (row is >= 0 and < Rows && column is >= 0 and < Columns)
                    lines[row][2 * column] = letters[path];
            }
        }

        return lines.Select(line => new string(line).TrimEnd());
    }
}
