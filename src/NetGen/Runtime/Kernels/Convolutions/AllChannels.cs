namespace NetGen.Runtime;

/// <summary>
/// Each output channel sees all input channels, or those of its group. One number of the image is multiplied by a vector of the weight.
/// </summary>
internal readonly struct AllChannels : IProducts
{
    public static bool IsDepthwise => false;
}
