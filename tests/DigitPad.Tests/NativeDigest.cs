using System.Diagnostics;
using System.Runtime.InteropServices;
using DigitPad.Tests.Serving;

namespace DigitPad.Tests;

/// <summary>
/// The native program's digest of trained weights, with vectors of 128 bits and without fused multiply-adds, as WebAssembly's.
/// </summary>
internal static class NativeDigest
{
    /// <summary>Why the two are not compared.</summary>
    public const string NotComparable = "This processor's 128-bit vectors always have fused multiply-adds, which WebAssembly's have not.";

    /// <summary>Whether this machine can compute as WebAssembly does.</summary>
    public static bool IsComparable => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Runs the program in a process of its own.</summary>
    public static async Task<string> AfterStepsAsync(int steps)
    {
        string command = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", command));
        var start = new ProcessStartInfo(dotnet, [SampleBuild.NativeProgram, "digest", $"{steps}"]) { RedirectStandardOutput = true };

        // It takes FMA away too.
        start.Environment["DOTNET_EnableAVX2"] = "0";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{dotnet}' did not start.");
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }
}
