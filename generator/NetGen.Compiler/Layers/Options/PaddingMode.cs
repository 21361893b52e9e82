namespace NetGen.Compiler.Layers;

/// <summary>What stands in the padding around an image; the names are PyTorch's.</summary>
internal enum PaddingMode
{
    Zeros,

    /// <summary>The image mirrored at its outermost rows and columns, which are not repeated: cb|abc|ba.</summary>
    Reflect,

    /// <summary>The outermost rows and columns again: aa|abc|cc.</summary>
    Replicate,

    /// <summary>The image as if it went on from the other side: bc|abc|ab.</summary>
    Circular,
}
