namespace NetGen.Runtime;

/// <summary>What a layer gives for a sample.</summary>
/// <param name="Name">The layer's full name, such as <c>encoder.linear1</c>.</param>
/// <param name="Kind">The layer as it is written, such as <c>Linear</c>.</param>
/// <param name="Shape">The shape of one sample there, such as [features].</param>
public sealed record LayerResultDescription(string Name, string Kind, int[] Shape);
