using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>A part of a pattern that stands for whatever is of its kind; the same at each place.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The parameter's name in the library.</param>
internal sealed record Placeholder(PlaceholderKind Kind, string Name) : ScalarExpression
{
    public override string ToString() => Name;
}
