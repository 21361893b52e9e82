using System.Diagnostics;

namespace NetGen.Mutations.Processes;

/// <summary>How this program starts itself again.</summary>
internal static class OwnProcess
{
    private static bool IsHost => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    /// <summary>The program with these arguments.</summary>
    public static ProcessStartInfo Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (IsHost)
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>The program with these arguments, and a limit of the data of its process where the system has such limits.</summary>
    /// <param name="kibibytes">The limit.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo StartWithin(int kibibytes, params ReadOnlySpan<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            return Start(arguments);

        // Where the limit is not known, as on macOS, the program runs without.
        ProcessStartInfo own = Start(arguments);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -d {kibibytes}; ulimit -c 0; exec \"$0\" \"$@\"", own.FileName]);
        foreach (string argument in own.ArgumentList)
            start.ArgumentList.Add(argument);
        return start;
    }
}
