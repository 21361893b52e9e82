namespace NetGen.Runtime;

/// <summary>A result of a network besides its output: a place on the way that has a name.</summary>
/// <param name="Name">The full name, such as <c>encoder.mean</c>.</param>
/// <param name="Shape">The shape of one sample there, such as [features].</param>
/// <param name="Layout">Where its numbers lie in a training step; null where that is as the caller has them.</param>
public sealed record OutputDescription(string Name, int[] Shape, SampleLayout? Layout = null);
