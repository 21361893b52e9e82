namespace NetGen.Generator.Reading;

/// <summary>What stands for another framework's option.</summary>
/// <param name="Option">The language's name of it, or null where there is none.</param>
/// <param name="Meaning">How it differs, or why there is none; a sentence without its end.</param>
internal sealed record OptionCounterpart(string? Option, string Meaning = "")
{
    /// <summary>The name in layers that do not have the first one.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The name in a layer with these options.</summary>
    public string? In(IEnumerable<string> options) =>
        Otherwise is not null && !options.Contains(Option, StringComparer.OrdinalIgnoreCase) ? Otherwise : Option;
}
