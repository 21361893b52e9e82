using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Lowering;

/// <summary>What a layer, or the composition that joins branches, gives for a sample.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">The layer as it is written.</param>
/// <param name="Shape">The shape of one sample.</param>
internal sealed record LayerResult(string Name, string Kind, Shape Shape);
