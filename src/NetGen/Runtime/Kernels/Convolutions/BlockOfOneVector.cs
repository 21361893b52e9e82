namespace NetGen.Runtime;

/// <summary>A block is a vector.</summary>
internal readonly struct BlockOfOneVector : IWeightBlock
{
    public static int Channels(int lanes, int channels) => lanes;
}
