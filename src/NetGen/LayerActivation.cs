namespace NetGen;

/// <summary>What a layer gives for one sample, as a network with <c>[Network(Activations = true)]</c> tells it.</summary>
/// <param name="Layer">
/// The layer's name, such as <c>conv2d1</c>, behind those of the blocks that it stands in; where branches are joined, such as
/// <c>residual1</c>.
/// </param>
/// <param name="Kind">The layer as it is written, such as <c>Conv2d</c>.</param>
/// <param name="Shape">The shape, such as [channels, height, width].</param>
/// <param name="Values">The values in this shape, row-major.</param>
public sealed record LayerActivation(string Layer, string Kind, IReadOnlyList<int> Shape, float[] Values);
