using System.Reflection;
using NetGen.Execution.Tests;

namespace DigitPad.Tests.Serving;

/// <summary>Where the samples lie that were built with these tests.</summary>
internal static class SampleBuild
{
    /// <summary>The page's sources that are served as they are: style sheet, script, weights.</summary>
    public static string PageSources { get; } = Path.Combine(RepositoryFolder.Location, "samples", "DigitPad", "wwwroot");

    /// <summary>What the build adds to them: the runtime and the assemblies.</summary>
    public static string PageOutput { get; } = Path.Combine(OutputOf("DigitPad"), "wwwroot");

    /// <summary>The native program.</summary>
    public static string NativeProgram { get; } = Path.Combine(OutputOf("DigitPadNative"), "DigitPadNative.dll");

    private static string OutputOf(string sample) => Path.Combine(
        RepositoryFolder.Location, "samples", sample, "bin", Configuration(), "net10.0");

    private static string Configuration() => typeof(SampleBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Configuration").Value!;
}
