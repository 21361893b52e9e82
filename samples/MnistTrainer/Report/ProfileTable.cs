using System.Globalization;
using NetGen;
using Spectre.Console;

namespace MnistTrainer.Report;

/// <summary>Where the time of training steps went: a row for each method that the compiler has written, with the layers that it computes.</summary>
internal static class ProfileTable
{
    private const double Giga = 1e9;

    public static void Write(Screen screen, NetGen.Profile profile)
    {
        screen.WriteLine();
        if (profile.Runs == 0)
        {
            screen.WriteLine("There was no training step whose time could be shown.");
            return;
        }

        screen.WriteLine($"Where the time went: means of {profile.Runs:N0} training steps.");
        screen.WriteTable(Of(profile));
    }

    private static Table Of(NetGen.Profile profile)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("pass")
            .AddColumn("method")
            .AddColumn("layers")
            .AddColumn(new TableColumn("ms").RightAligned())
            .AddColumn(new TableColumn("share").RightAligned())
            .AddColumn(new TableColumn("10⁹ multiply-adds/s").RightAligned());
        foreach (GroupProfile group in profile.Groups)
            Add(table, profile, group.Pass.ToString().ToLowerInvariant(), group.Name, group.Layers, group.Elapsed, group.MultiplyAddsPerSecond);
        Add(table, profile, "", "checks and copies", "", profile.OutsideGroups, 0);
        Add(table, profile, "", "all", "", profile.Elapsed, profile.Groups.Sum(group => group.MultiplyAdds) / profile.Elapsed.TotalSeconds);
        return table;
    }

    private static void Add(
        Table table, NetGen.Profile profile, string pass, string method, string layers, TimeSpan time, double multiplyAddsPerSecond) => table.AddRow(
            pass,
            Markup.Escape(method),
            Markup.Escape(layers),
            (time.TotalMilliseconds / profile.Runs).ToString("F3", CultureInfo.InvariantCulture),
            (time / profile.Elapsed * 100).ToString("F1", CultureInfo.InvariantCulture) + " %",
            multiplyAddsPerSecond > 0 ? (multiplyAddsPerSecond / Giga).ToString("F1", CultureInfo.InvariantCulture) : "");
}
