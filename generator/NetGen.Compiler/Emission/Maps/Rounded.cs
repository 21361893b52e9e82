using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>In a pattern: a value that a Map of its own computes, so that it is rounded and not fused with what follows.</summary>
/// <param name="Value">The value.</param>
internal sealed record Rounded(ScalarExpression Value) : ScalarExpression
{
    public override string ToString() => $"round({Value})";
}
