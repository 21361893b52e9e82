namespace NetGen.Runtime;

/// <summary>A block is several vectors.</summary>
internal readonly struct BlockOfVectors : IWeightBlock
{
    public static int Channels(int lanes, int channels) => channels;
}
