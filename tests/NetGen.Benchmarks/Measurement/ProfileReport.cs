using System.Globalization;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Measurement;

/// <summary>A profile beside what the machine could do.</summary>
/// <param name="options">What was measured.</param>
/// <param name="batchSize">Samples a step.</param>
/// <param name="optimizer">The optimizer of the steps; null for predictions.</param>
/// <param name="profile">The times.</param>
/// <param name="peak">Multiply-adds a second of the machine on as many threads.</param>
internal sealed class ProfileReport(MeasurementOptions options, int batchSize, string? optimizer, Profile profile, double peak)
{
    private const double Micro = 1e6;
    private const double Giga = 1e9;

    /// <summary>A row for each group.</summary>
    public IEnumerable<ProfileRow> Rows() => profile.Groups.Select(group => new ProfileRow(
        options.Model.Name,
        batchSize,
        options.Threads,
        optimizer,
        group.Pass.ToString().ToLowerInvariant(),
        group.Name,
        group.Layers,
        group.Elapsed.TotalSeconds * Micro / profile.Runs,
        group.Elapsed / profile.Elapsed,
        group.MultiplyAddsPerSecond,
        group.MultiplyAddsPerSecond / peak));

    /// <summary>The table for people.</summary>
    public override string ToString()
    {
        var table = new MarkdownTable(words: 3, "pass", "group", "layers", "µs", "share", "G multiply-adds/s", "of peak");
        foreach (ProfileRow row in Rows())
        {
            bool computes = row.MultiplyAddsPerSecond > 0;
            table.Add(
                row.Pass, row.Group, row.Layers, Number(row.Microseconds), Percent(row.Share),
                computes ? Number(row.MultiplyAddsPerSecond / Giga) : "", computes ? Percent(row.PeakShare) : "");
        }

        table.Add(
            "", "checks and copies", "",
            Number(profile.OutsideGroups.TotalSeconds * Micro / profile.Runs), Percent(profile.OutsideGroups / profile.Elapsed), "", "");
        double done = profile.Groups.Sum(group => group.MultiplyAdds) / profile.Elapsed.TotalSeconds;
        table.Add(
            "", "all", "",
            Number(profile.Elapsed.TotalSeconds * Micro / profile.Runs), Percent(1), Number(done / Giga), Percent(done / peak));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Model.Name}, {batchSize} samples, {options.Threads} {(options.Threads == 1 ? "thread" : "threads")}"
            + $"{(optimizer is null ? "" : ", " + optimizer)}: mean of {profile.Runs} runs. "
            + $"The machine's peak is {peak / Giga:F1} G multiply-adds/s.\n\n{table}");
    }

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string Percent(double part) => (part * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
