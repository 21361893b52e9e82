using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// A row for each step of each sample; with a stride of 0 one for each sample, and with both strides 0 one for all. The default has none.
/// </summary>
/// <param name="first">The first float of the first sample's first step.</param>
/// <param name="stride">Floats from one step to the next.</param>
/// <param name="sampleStride">Floats from one sample to the next.</param>
public readonly ref struct StepRows(ref float first, int stride, int sampleStride)
{
    private readonly ref float first = ref first;
    private readonly int stride = stride;

    /// <summary>Floats from one sample to the next.</summary>
    internal int SampleStride { get; } = sampleStride;

    /// <summary>Whether there is none.</summary>
    internal bool IsNone => Unsafe.IsNullRef(ref first);

    /// <summary>The first float of a row; there must be some.</summary>
    internal ref float At(int sample, int step) => ref Unsafe.Add(ref first, ((nint)sample * SampleStride) + ((nint)step * stride));

    /// <summary>The same; a null reference where there is none.</summary>
    internal ref float AtOrNone(int sample, int step) => ref IsNone ? ref first : ref At(sample, step);
}
