namespace NetGen.Reports;

/// <summary>A line of the settings of a run.</summary>
/// <param name="Name">What is set, such as <c>Batch size</c>.</param>
/// <param name="Value">To what, as text.</param>
internal sealed record Setting(string Name, string Value);
