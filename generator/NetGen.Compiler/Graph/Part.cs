namespace NetGen.Compiler.Graph;

/// <summary>Where a tensor lies that has no memory of its own: it is a part of a larger one, and has the strides of that.</summary>
/// <param name="Whole">The larger tensor.</param>
/// <param name="Offset">Where the part begins in each sample, in floats.</param>
internal sealed record Part(Tensor Whole, int Offset);
