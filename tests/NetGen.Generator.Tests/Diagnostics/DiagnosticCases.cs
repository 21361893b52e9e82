namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>One wrong network for each rule. « and » stand around the place that the fault is shown at.</summary>
internal static partial class DiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } = [.. OfClasses, .. OfShapes, .. OfNamesAndLosses, .. OfAdvice];
}

/// <param name="Id">The rule.</param>
/// <param name="Source">The wrong code.</param>
/// <param name="Message">The whole message.</param>
/// <param name="AlsoReported">What C# says with it, with spaces between, or "".</param>
internal sealed record DiagnosticCase(string Id, string Source, string Message, string AlsoReported = "")
{
    /// <summary>Whether it stands outside of networks, where only the analyzer looks: at a call, or on another class.</summary>
    public bool IsOutside { get; init; }
}
