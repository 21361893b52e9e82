using System.Globalization;
using System.Text;

namespace NetGen.Reports;

/// <summary>Makes the page: one file, which loads nothing.</summary>
internal static class ReportPage
{
    private static readonly string StyleSheet = ReadStyleSheet();

    private static readonly ReportSection[] Sections =
    [
        new OverviewSection(), new CurvesSection(), new ConfusionSection(), new RegressionSection(), new MistakesSection(),
        new FiltersSection(), new FeatureMapsSection(), new LayersSection(), new EpochsSection(), new SettingsSection(),
    ];

    /// <summary>The page as UTF-8.</summary>
    public static byte[] ToBytes(ReportContent content) => Encoding.UTF8.GetBytes(ToHtml(content));

    /// <summary>The page, which is HTML and well-formed XML.</summary>
    public static string ToHtml(ReportContent content)
    {
        var page = new HtmlWriter();
        ReportSection[] shown = [.. Sections.Where(section => section.IsShown(content))];
        page.Raw("<!DOCTYPE html>\n");
        page.Open("html", ("lang", "en"));
        WriteHead(page, content);
        page.Open("body");
        WriteHeader(page, content, shown);
        page.Open("main");
        var plots = new PlotSvg();
        foreach (ReportSection section in shown)
            section.Write(page, content, plots);
        page.Close();
        page.Element("footer", $"Written by NetGen {Version}, {Time(content)}");
        page.Close();
        page.Close();
        return page.ToString();
    }

    private static string Version => typeof(Network).Assembly.GetName().Version?.ToString(3) ?? "";

    private static string Time(ReportContent content) =>
        content.Written.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static void WriteHead(HtmlWriter page, ReportContent content)
    {
        page.Open("head");
        page.Void("meta", ("charset", "utf-8"));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Void(
            "meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
        page.Element("title", content.Title);
        page.Open("style");
        page.Raw(StyleSheet);
        page.Close();
        page.Close();
    }

    private static void WriteHeader(HtmlWriter page, ReportContent content, ReportSection[] shown)
    {
        page.Open("header");
        page.Open("div", ("class", "headline"));
        page.Open("div");
        page.Element("h1", content.Title);
        page.Open("p", ("class", "note"));
        page.Element("span", content.State, ("class", "state"));
        page.Text($"{content.Network.Name}, {Time(content)}");
        page.Close();
        page.Close();
        WriteThemes(page);
        page.Close();
        page.Open("nav", ("aria-label", "Sections"));
        page.Open("ul");
        foreach (ReportSection section in shown)
        {
            page.Open("li");
            page.Element("a", section.Title, ("href", $"#{section.Id}"));
            page.Close();
        }

        page.Close();
        page.Close();
        page.Close();
    }

    /// <summary>The choice between light and dark, which the style sheet reads: no script is needed.</summary>
    private static void WriteThemes(HtmlWriter page)
    {
        page.Open("fieldset", ("class", "themes"));
        page.Element("legend", "Colours");
        foreach (string theme in (ReadOnlySpan<string>)["auto", "light", "dark"])
        {
            page.Open("label");
            page.Void(
                "input", ("type", "radio"), ("name", "theme"), ("id", $"theme-{theme}"), ("checked", theme == "auto" ? "checked" : null));
            page.Element("span", theme);
            page.Close();
        }

        page.Close();
    }

    private static string ReadStyleSheet()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("NetGen.Reports.Html.Style.css")
            ?? throw new InvalidOperationException("The style sheet is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
