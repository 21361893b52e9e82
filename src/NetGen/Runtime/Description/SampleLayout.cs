namespace NetGen.Runtime;

/// <summary>Where the numbers of a sample lie in a program's memory, which may be permuted and padded.</summary>
/// <param name="Strides">Floats from one index to the next, one for each axis of the shape.</param>
/// <param name="SampleStride">Floats from one sample to the next.</param>
public sealed record SampleLayout(int[] Strides, int SampleStride);
