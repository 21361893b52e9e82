using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The steps of each sample, of which some columns hold the heads of queries, of keys, of values or of results, one beside the other.
/// </summary>
/// <param name="first">The first float of the first sample's first step.</param>
/// <param name="steps">Steps of a sample.</param>
/// <param name="stride">Floats from one step to the next.</param>
/// <param name="sampleStride">Floats from one sample to the next.</param>
/// <param name="column">The first column of the first head.</param>
public readonly ref struct AttentionRows(ref float first, int steps, int stride, int sampleStride, int column = 0)
{
    internal readonly ref float First = ref first;
    internal readonly int Steps = steps;
    internal readonly int Stride = stride;
    internal readonly int SampleStride = sampleStride;
    internal readonly int Column = column;

    /// <summary>The first float of a head at a step.</summary>
    internal ref float Head(int sample, int step, int head, int features) =>
        ref Unsafe.Add(ref First, ((nint)sample * SampleStride) + ((nint)step * Stride) + Column + (head * features));
}
