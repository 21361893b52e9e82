namespace NetGen.Generator.Tests.Fixes;

/// <summary>One fix of one wrong network.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What the editor offers.</param>
/// <param name="Fixed">The source after it.</param>
/// <param name="Source">The wrong source, with « and » around the fault; null where it is the one of the rule's diagnostic case.</param>
/// <param name="Index">The fix's position among those offered.</param>
internal sealed record FixCase(string Id, string Title, string Fixed, string? Source = null, int Index = 0)
{
    /// <summary>
    /// Whether C# has an error of its own, which is then not looked at: a misspelt name, or a constant that is generated.
    /// </summary>
    public bool HasCompilerError { get; init; }

    /// <summary>How the case is called in the test's name.</summary>
    public string Name => $"{Id} {Title}";
}
