using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// For each head and query, the logarithm of the sum of the exponentials of its scores: with it the gradient computes the weights again.
/// The default keeps none.
/// </summary>
/// <param name="first">The first float, of [heads, queries] of the first sample.</param>
/// <param name="stride">Floats from one head to the next.</param>
/// <param name="sampleStride">Floats from one sample to the next.</param>
public readonly ref struct AttentionSums(ref float first, int stride, int sampleStride)
{
    private readonly ref float first = ref first;
    private readonly int stride = stride;
    private readonly int sampleStride = sampleStride;

    /// <summary>That of a query; others of its head follow. A null reference where none are kept.</summary>
    internal ref float At(int sample, int head, int query) => ref Unsafe.IsNullRef(ref first)
        ? ref first
        : ref Unsafe.Add(ref first, ((nint)sample * sampleStride) + ((nint)head * stride) + query);
}
