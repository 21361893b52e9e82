namespace NetGen.Runtime;

/// <summary>One row of a network's summary.</summary>
/// <param name="Name">The layer's name, such as <c>conv2d1</c>.</param>
/// <param name="Kind">The layer's kind, such as <c>Conv2d</c>.</param>
/// <param name="OutputShape">The shape of one sample that it gives.</param>
/// <param name="Parameters">The number of its trained values, padding not included.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample.</param>
public sealed record LayerDescription(string Name, string Kind, int[] OutputShape, long Parameters, long MultiplyAdds);
