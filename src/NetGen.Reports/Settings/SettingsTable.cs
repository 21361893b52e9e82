using System.Text;

namespace NetGen.Reports;

/// <summary>Tables of Markdown: the settings of a fit, and the parameters of a network.</summary>
internal static class SettingsTable
{
    /// <summary>A row for each setting, and for each that the user states.</summary>
    public static string Of(IEnumerable<FitSetting> settings, IReadOnlyDictionary<string, string> stated)
    {
        var table = new StringBuilder("| setting | value |\n| --- | --- |\n");
        foreach (FitSetting setting in settings)
            AppendRow(table, setting.Name, setting.Text);
        foreach ((string name, string value) in stated)
            AppendRow(table, name, value);
        return table.ToString();
    }

    /// <summary>A row for each parameter of a network.</summary>
    public static string Of(Network network)
    {
        var table = new StringBuilder("| parameter | shape | values | trained |\n| --- | --- | --: | --- |\n");
        foreach (Parameter parameter in network.Parameters)
        {
            string shape = string.Join(" × ", parameter.Shape.ToArray());
            AppendRow(
                table, parameter.Name, shape, FormattableString.Invariant($"{parameter.Count:N0}"), parameter.IsFrozen ? "no" : "yes");
        }

        return table.ToString();
    }

    private static void AppendRow(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
            table.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append(' ');
        table.Append("|\n");
    }
}
