using NetGen.Compiler.Diagnostics;

namespace NetGen.Compiler.Shaping;

/// <summary>A network that is right, or null; and everything found on the way.</summary>
internal sealed record ShapingResult(ShapedNetwork? Network, IReadOnlyList<Fault> Faults)
{
    /// <summary>The layers, also of a network with errors, as far as their shapes are known.</summary>
    public IReadOnlyList<ShapedNode> KnownNodes { get; init; } = [];

    /// <summary>The inputs, also of a network with errors.</summary>
    public IReadOnlyList<ShapedInput> KnownInputs { get; init; } = [];
}
