namespace Lecture.Explain;

/// <summary>A neuron: a place in a layer's maps.</summary>
/// <param name="Layer">The number of the layer in the view; 0 is the input.</param>
/// <param name="Channel">Its map, or its place in a vector.</param>
/// <param name="Y">Its row.</param>
/// <param name="X">Its column.</param>
internal sealed record Neuron(int Layer, int Channel, int Y, int X);
