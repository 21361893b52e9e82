namespace NetGen.Generator.Reading;

/// <summary>What stands for another framework's type.</summary>
/// <param name="Meaning">A sentence without its end.</param>
/// <param name="Type">The library's type that takes its place, or null where there is none.</param>
internal sealed record TypeCounterpart(string Meaning, string? Type = null);
