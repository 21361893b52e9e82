using System.Text.Json;

namespace Lecture.Explain;

/// <summary>The page of a digit: one HTML file that loads nothing.</summary>
internal static class ExplainPage
{
    /// <summary>The page's text.</summary>
    public static string Html(DigitView view) => Part("page.html")
        .Replace("{{style}}", Part("page.css"), StringComparison.Ordinal)
        .Replace("{{script}}", Part("page.js"), StringComparison.Ordinal)
        .Replace("{{data}}", JsonSerializer.Serialize(Rounded(view), DigitViewJson.Default.DigitView), StringComparison.Ordinal);

    /// <summary>Four digits behind the point are more than a page shows, and make it small.</summary>
    private static DigitView Rounded(DigitView view) => view with
    {
        Layers =
        [
            .. view.Layers.Select(layer => layer with
            {
                Values = Rounded(layer.Values)!, Weight = Rounded(layer.Weight), Bias = Rounded(layer.Bias),
            }),
        ],
    };

    private static float[]? Rounded(float[]? values) => values?.Select(value => MathF.Round(value, 4)).ToArray();

    private static string Part(string name)
    {
        using Stream stream = typeof(ExplainPage).Assembly.GetManifestResourceStream($"Lecture.Explain.{name}")
            ?? throw new InvalidOperationException($"The program lacks its part '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
