namespace DigitPad.Tests.Serving;

/// <summary>The Chromium of this machine: tests download none.</summary>
internal static class InstalledBrowser
{
    /// <summary>Why tests are skipped where there is none.</summary>
    public const string Missing =
        "No Chromium is installed: 'apt-get install chromium' or the like, or its path in the variable CHROMIUM, lets these tests run.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>
    /// Its path: what the variable <c>CHROMIUM</c> says, or else the first known name on the search path; null without one.
    /// </summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } stated ? stated : Search();

    private static string? Search()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
