using NetGen.Compiler.Lowering;

namespace NetGen.Compiler.Passes;

/// <summary>What the passes know of the network besides a program.</summary>
/// <param name="Parameters">Where parameters and statistics lie.</param>
/// <param name="Winograd">Whether convolutions may be computed by Winograd's algorithm.</param>
internal sealed record PassOptions(ParameterLayout Parameters, bool Winograd)
{
    /// <summary>The emitted methods' names that are taken, by the programs so far.</summary>
    public HashSet<string> MethodNames { get; } = new(StringComparer.Ordinal);
}
