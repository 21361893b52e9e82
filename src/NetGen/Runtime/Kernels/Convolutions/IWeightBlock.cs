namespace NetGen.Runtime;

/// <summary>How many channels a block of a weight has: a type, so that offsets in it are constants where a block is one vector.</summary>
internal interface IWeightBlock
{
    /// <summary>The channels, of lanes and of what is known at run time only.</summary>
    static abstract int Channels(int lanes, int channels);
}
