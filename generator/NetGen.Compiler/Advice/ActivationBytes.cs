namespace NetGen.Compiler.Advice;

/// <summary>Bytes that the activations of a sample take.</summary>
/// <param name="Total">In one program, with reuse.</param>
/// <param name="OfLayers">The largest tensor that is stored of each layer, by the layer's name.</param>
internal sealed record ActivationBytes(long Total, IReadOnlyDictionary<string, long> OfLayers);
