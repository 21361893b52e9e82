using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>An epilogue that the library has, as what it computes.</summary>
/// <param name="Name">Its type, without type arguments; of dropout, how its types begin.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Arguments">What makes it, in the order of its parameters.</param>
internal sealed record EpiloguePattern(string Name, ScalarExpression Result, params Placeholder[] Arguments)
{
    /// <summary>What it stores elsewhere, in a row vector that is its last argument; or null.</summary>
    public ScalarExpression? Stored { get; init; }

    /// <summary>The type's name where lanes are samples, or null where the library has none for them.</summary>
    public string? OfSamples { get; init; } =
        Arguments.All(argument => argument.Kind is PlaceholderKind.Number or PlaceholderKind.Count) ? Name : null;

    /// <summary>Whether the library says that it takes many operations.</summary>
    public bool IsLong { get; init; }
}
