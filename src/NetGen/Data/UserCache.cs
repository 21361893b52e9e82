namespace NetGen;

/// <summary>The folder in which the system expects programs to keep what they can fetch again.</summary>
internal static class UserCache
{
    /// <summary>
    /// <c>XDG_CACHE_HOME</c> where it is set (the XDG Base Directory Specification asks that a relative path there be ignored);
    /// else the local application data on Windows, <c>~/Library/Caches</c> on macOS, <c>~/.cache</c> elsewhere.
    /// </summary>
    public static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } stated && Path.IsPathFullyQualified(stated))
                return stated;
            if (OperatingSystem.IsWindows())
                return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (home.Length == 0)
                return Path.GetTempPath();
            return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
        }
    }
}
