namespace NetGen.Runtime;

/// <summary>What of an image a convolution multiplies by a vector of the weight.</summary>
internal interface IProducts
{
    /// <summary>Whether it is the vector of the same channels; else one number of each input channel in turn.</summary>
    static abstract bool IsDepthwise { get; }
}
