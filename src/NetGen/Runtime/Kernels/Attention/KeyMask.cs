using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Which steps of each sample are keys: 1 for a step, 0 for padding, which no query attends to. The default takes all steps.
/// </summary>
/// <param name="first">The first float, of [keys] of the first sample.</param>
/// <param name="sampleStride">Floats from one sample to the next, at least the keys rounded up to a multiple of 16.</param>
public readonly ref struct KeyMask(ref float first, int sampleStride)
{
    private readonly ref float first = ref first;
    private readonly int sampleStride = sampleStride;

    /// <summary>Those of a sample; a null reference where all steps are keys.</summary>
    internal ref float Of(int sample) =>
        ref Unsafe.IsNullRef(ref first) ? ref first : ref Unsafe.Add(ref first, (nint)sample * sampleStride);
}
