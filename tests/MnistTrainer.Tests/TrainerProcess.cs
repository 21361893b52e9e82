using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MnistTrainer.Tests;

/// <summary>Runs the samples as a user does without a terminal, with a cache of their own.</summary>
internal static class TrainerProcess
{
    /// <summary>Exit code and output of a run.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error);

    public static async Task<Result> RunAsync(string cache, params string[] arguments)
    {
        using Process process = Start(cache, arguments);
        return await EndAsync(process);
    }

    public static Process Start(string cache, params string[] arguments) => Start("MnistTrainer", cache, arguments);

    /// <summary>Runs DigitReader.</summary>
    public static async Task<Result> ReadAsync(string cache, params string[] arguments)
    {
        using Process process = Start("DigitReader", cache, arguments);
        return await EndAsync(process);
    }

    /// <summary>Runs CharGpt.</summary>
    public static async Task<Result> WriteAsync(string cache, params string[] arguments)
    {
        using Process process = Start("CharGpt", cache, arguments);
        return await EndAsync(process);
    }

    /// <summary>Runs Gallery.</summary>
    public static async Task<Result> ShowAsync(string cache, params string[] arguments)
    {
        using Process process = Start("Gallery", cache, arguments);
        return await EndAsync(process);
    }

    private static Process Start(string program, string cache, string[] arguments)
    {
        // The runtime that runs this test runs the sample too, wherever it is installed.
        string command = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", command);
        var start = new ProcessStartInfo(Path.GetFullPath(dotnet), [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CACHE_HOME"] = cache;
        start.Environment["GITHUB_ACTIONS"] = "true";
        return Process.Start(start) ?? throw new InvalidOperationException($"'{dotnet}' did not start.");
    }

    public static async Task<Result> EndAsync(Process process)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancelled), error = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return new Result(process.ExitCode, await output, await error);
    }
}
