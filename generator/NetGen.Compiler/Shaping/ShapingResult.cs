using NetGen.Compiler.Diagnostics;

namespace NetGen.Compiler.Shaping;

/// <summary>A network that is right, or null; and everything found on the way.</summary>
internal sealed record ShapingResult(ShapedNetwork? Network, IReadOnlyList<Fault> Faults)
{
    /// <summary>The layers, also of a network with faults, as far as the way through them could be followed.</summary>
    public IReadOnlyList<ShapedNode> KnownNodes { get; init; } = [];
}
