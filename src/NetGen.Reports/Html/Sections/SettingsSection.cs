namespace NetGen.Reports;

/// <summary>What the run was made with.</summary>
internal sealed class SettingsSection() : ReportSection("settings", "Settings")
{
    public override bool IsShown(ReportContent content) => content.Settings.Count > 0;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        page.Open("dl", ("class", "card settings"));
        foreach (Setting setting in content.Settings)
        {
            page.Open("div");
            page.Element("dt", setting.Name);
            page.Element("dd", setting.Value);
            page.Close();
        }

        page.Close();
    }
}
