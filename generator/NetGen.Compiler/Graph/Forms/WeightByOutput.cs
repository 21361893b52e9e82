namespace NetGen.Compiler.Graph;

/// <summary>
/// A convolution's weight prepacked for kernels that accumulate into pixels: what one output channel adds to a vector of input channels
/// is contiguous, [blocks of input channels, output channels, kernel height, kernel width, channels of a block].
/// </summary>
internal static class WeightByOutput
{
    /// <summary>Channels of a block: one vector of the widest kind.</summary>
    private const int BlockChannels = TensorShape.Alignment;

    /// <summary>Whether the channels fill their blocks.</summary>
    public static bool CanTake(int channels) => channels <= BlockChannels || channels % BlockChannels == 0;

    public static Expr Of(Expr weight)
    {
        (int height, int width, int channels, int outputs) = (weight.Shape[0], weight.Shape[1], weight.Shape[2], weight.Shape[3]);
        int block = Math.Min(channels, BlockChannels);
        return weight.Permuted(
            weight.Shape.With([channels / block, outputs, height, width, block]),
            new MoveLoop(channels / block, 2, block, 0, 1),
            new MoveLoop(outputs, 3, 1, 1, 1),
            new MoveLoop(height, 0, 1, 2, 1),
            new MoveLoop(width, 1, 1, 3, 1),
            new MoveLoop(block, 2, 1, 4, 1));
    }
}
