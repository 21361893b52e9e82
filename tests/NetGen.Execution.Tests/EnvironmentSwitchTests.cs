using System.Diagnostics;
using NetGen.Execution.Tests.Golden;

namespace NetGen.Execution.Tests;

/// <summary>
/// The golden tests again in processes of their own, where the runtime is told to do without a part of the machine's
/// instructions, so that code for smaller machines runs as it would there.
/// </summary>
public class EnvironmentSwitchTests
{
    internal const string IsChild = "NETGEN_TEST_CHILD";

    /// <summary>The file with the assembly of the golden networks, so that such a process need not compile them again.</summary>
    internal const string GoldenImage = "NETGEN_TEST_GOLDEN_IMAGE";

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Golden_tests_pass_without(string instructions)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(IsChild) is not null, "This is the process that such a test has started.");
        string executable = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (isHost)
            start.ArgumentList.Add(typeof(EnvironmentSwitchTests).Assembly.Location);
        string[] arguments = ["-class", typeof(GoldenTests).FullName!, "-class", typeof(HardwareTests).FullName!, "-noLogo", "-noColor"];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment[instructions] = "0";
        start.Environment[IsChild] = instructions;
        string image = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(image, GoldenNetworks.Compiled.Image, TestContext.Current.CancellationToken);
        start.Environment[GoldenImage] = image;
        try
        {
            using Process child = Process.Start(start)!;
            Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);

            string text = await output + await errors;
            Assert.True(child.ExitCode == 0, $"with {instructions}=0:\n{text[Math.Max(0, text.Length - 8000)..]}");
            Assert.DoesNotContain("Total: 0,", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(image);
        }
    }
}
