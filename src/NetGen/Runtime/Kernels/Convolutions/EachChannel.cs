namespace NetGen.Runtime;

/// <summary>Each channel by itself: a vector of the image times one of the weight.</summary>
internal readonly struct EachChannel : IProducts
{
    public static bool IsDepthwise => true;
}
