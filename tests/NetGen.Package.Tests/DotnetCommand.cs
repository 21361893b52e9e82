using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Package.Tests;

/// <summary>Runs the .NET command with folders of its own for packages, templates and settings, so that nothing else is touched.</summary>
internal sealed class DotnetCommand(string folder)
{
    /// <summary>What a run ended with.</summary>
    internal sealed record Result(int ExitCode, string Output);

    /// <summary>Runs a command in a folder; a run that fails fails the test, with its output.</summary>
    public async Task<string> SucceedAsync(string directory, params string[] arguments)
    {
        Result result = await RunAsync(directory, arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(" ", arguments)} ended with {result.ExitCode}:\n{result.Output}");
        return result.Output;
    }

    public async Task<Result> RunAsync(string directory, params string[] arguments)
    {
        // The runtime that runs this test belongs to the SDK that is tested, wherever it is installed.
        string dotnet = Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var start = new ProcessStartInfo(Path.GetFullPath(dotnet), arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_HOME"] = Path.Combine(folder, "home");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (string inherited in start.Environment.Keys.Where(
            key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && key != "MSBUILDDISABLENODEREUSE").ToList())
            start.Environment.Remove(inherited);

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{dotnet}' did not start.");
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancelled), error = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return new Result(process.ExitCode, await output + await error);
    }
}
