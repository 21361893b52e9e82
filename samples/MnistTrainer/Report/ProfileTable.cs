using System.Globalization;
using NetGen;

namespace MnistTrainer.Report;

/// <summary>
/// Where the time of training steps went: a row for each emitted method, the slowest first.
/// </summary>
internal static class ProfileTable
{
    private const double Giga = 1e9;

    // The columns before the method's name, which is made of its layers' names and may be long.
    private const int ColumnsBeforeMethod = 37;

    public static void Write(Screen screen, Profile profile)
    {
        screen.WriteLine();
        if (profile.Runs == 0)
        {
            screen.WriteLine("No training step was run, so there is no profile.");
            return;
        }

        screen.WriteLine($"Where the time went: means of {profile.Runs:N0} training steps.");
        screen.WriteLine("GMAC/s are 10⁹ multiply-adds a second.");
        int width = screen.IsInteractive ? screen.Width : Screen.NarrowWidth;
        foreach (string line in Lines(profile, Math.Max(width, ColumnsBeforeMethod + 10)))
            screen.WriteLine(line);
    }

    /// <summary>The table, no line longer than the width.</summary>
    public static IEnumerable<string> Lines(Profile profile, int width)
    {
        yield return $"{"share",7} {"ms",9} {"GMAC/s",7}  {"pass",-8}  method";
        IEnumerable<(string Pass, string Method, TimeSpan Elapsed, double Rate)> rows = profile.Groups
            .Select(group => (group.Pass.ToString().ToLowerInvariant(), group.Name, group.Elapsed, group.MultiplyAddsPerSecond))
            .Append(("", "checks and copies", profile.OutsideGroups, 0)).OrderByDescending(row => row.Item3)
            .Append(("", "all", profile.Elapsed, profile.Groups.Sum(group => group.MultiplyAdds) / profile.Elapsed.TotalSeconds));
        foreach ((string pass, string method, TimeSpan elapsed, double rate) in rows)
        {
            string share = string.Create(CultureInfo.InvariantCulture, $"{elapsed / profile.Elapsed * 100:F1} %");
            string milliseconds = string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds / profile.Runs:F3}");
            string speed = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rate / Giga:F1}") : "";
            yield return $"{share,7} {milliseconds,9} {speed,7}  {pass,-8}  {Shortened(method, width - ColumnsBeforeMethod)}";
        }
    }

    /// <summary>A long name without its middle: the ends name the first layer and the computation.</summary>
    private static string Shortened(string name, int length) =>
        name.Length <= length ? name : $"{name[..((length - 1) / 2)]}…{name[^(length - 1 - ((length - 1) / 2))..]}";
}
