namespace NetGen.Runtime;

/// <summary>A tensor in a flat block: its PyTorch name and shape, and how it is stored.</summary>
/// <param name="Name">The name in PyTorch's state dict, such as <c>conv1.weight</c>.</param>
/// <param name="Shape">PyTorch's shape, such as [out channels, in channels, height, width].</param>
/// <param name="Offset">Floats from the beginning of the block.</param>
/// <param name="Strides">
/// Floats from one index to the next, one for each axis of <paramref name="Shape"/>; may be permuted and padded.
/// </param>
/// <param name="StorageSize">Floats that the tensor takes, padding included.</param>
/// <param name="Initialization">Its values at first.</param>
public sealed record TensorDescription(string Name, int[] Shape, int Offset, int[] Strides, int StorageSize, Initialization Initialization)
{
    /// <summary>Whether it is frozen: training leaves it as it is. Frozen parameters lie behind all that are trained.</summary>
    public bool IsFrozen { get; init; }
}
