using System.Globalization;
using System.Text;

namespace Lecture.Pictures;

/// <summary>Writes charts side by side, in rows, into one SVG file on a white ground.</summary>
internal static class ChartFile
{
    /// <param name="path">The file; what it held is replaced.</param>
    /// <param name="charts">The charts, row by row.</param>
    /// <param name="columns">Charts a row.</param>
    /// <param name="width">The width of a chart in pixels.</param>
    /// <param name="height">The height of a chart in pixels.</param>
    public static void Write(string path, IReadOnlyList<Chart> charts, int columns, int width = 400, int height = 320)
    {
        int rows = (charts.Count + columns - 1) / columns;
        var text = new StringBuilder();
        text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" ")
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {columns * width} {rows * height}\">\n")
            .Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int i = 0; i < charts.Count; i++)
        {
            string svg = charts[i].Svg(width, height);
            // Each chart counts its clip paths from the same number.
            svg = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..]
                .Replace("id=\"clipPath", $"id=\"chart{i}-", StringComparison.Ordinal)
                .Replace("url(#clipPath", $"url(#chart{i}-", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"<svg x=\"{i % columns * width}\" y=\"{i / columns * height}\" ")
                .Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\">\n").Append(svg).Append("\n</svg>\n");
        }

        text.Append("</svg>\n");
        File.WriteAllText(path, text.ToString());
    }
}
