namespace NetGen.Runtime;

/// <summary>What a profile says of a fused group of layers, which one emitted method computes.</summary>
/// <param name="Kernel">The method, at the vector width of this machine.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Layers">The layers that it computes, with commas between them.</param>
/// <param name="Pass">When it runs.</param>
/// <param name="MultiplyAdds">Multiply-adds of its product or convolution for one sample; 0 where it has none.</param>
public sealed record GroupDescription(Kernel Kernel, string Name, string Layers, Pass Pass, long MultiplyAdds);
