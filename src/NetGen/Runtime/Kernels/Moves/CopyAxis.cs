namespace NetGen.Runtime;

/// <summary>An axis of a strided copy.</summary>
/// <param name="Size">How many elements it has.</param>
/// <param name="SourceStride">Floats from one to the next in the source.</param>
/// <param name="DestinationStride">Floats from one to the next in the destination.</param>
public readonly record struct CopyAxis(int Size, int SourceStride, int DestinationStride)
{
    /// <summary>Whether a step of this axis leads to where all elements of the next one end, in both tensors: the two are one.</summary>
    internal bool Continues(CopyAxis inner) =>
        SourceStride == inner.Size * inner.SourceStride && DestinationStride == inner.Size * inner.DestinationStride;
}
