using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Data.Tests.Processes;

/// <summary>
/// Damaged files and killed trainings, in processes of their own: <c>tests/NetGen.Mutations</c>, which a person runs with larger numbers.
/// </summary>
public class MutationsTests
{
    [Fact]
    public async Task Damaged_files_of_every_kind_are_read_or_refused_by_name()
    {
        (int exitCode, string output) = await Run("--count", "4250");
        Assert.True(exitCode == 0, output);
        Assert.Contains("4250 files, 0 finds", output, StringComparison.Ordinal);

        // Each kind has files that are read all the same, and files that are refused.
        string[] kinds = [.. output.Split('\n').Where(line => line.Contains(" refused", StringComparison.Ordinal))];
        Assert.Equal(17, kinds.Length);
        Assert.DoesNotContain(kinds, line => line.Contains(" 0 re", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_killed_training_goes_on_to_the_same_bits()
    {
        (int exitCode, string output) = await Run("--kill", "3");
        Assert.True(exitCode == 0, output);
        Assert.Contains("the weights are the same", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        // The runtime that runs this test runs the program too, wherever it is installed.
        string command = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", command));
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "NetGen.Mutations.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancelled), errors = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return (process.ExitCode, await output + await errors);
    }
}
