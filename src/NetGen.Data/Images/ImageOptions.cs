namespace NetGen.Data;

/// <summary>How an <see cref="ImageFolder"/> reads its pictures.</summary>
public sealed record ImageOptions
{
    /// <summary>
    /// The mean of each channel, as a part of full white, that is subtracted; one number is for all channels. 0.5 at first.
    /// </summary>
    public IReadOnlyList<float> Mean { get; init; } = [0.5f];

    /// <summary>
    /// The standard deviation of each channel, as a part of full white, by which the rest is divided; one number is for all channels. 0.5
    /// at first, so that samples lie between -1 and 1.
    /// </summary>
    public IReadOnlyList<float> Deviation { get; init; } = [0.5f];

    /// <summary>How a picture gets the sample's size.</summary>
    public ImageFit Fit { get; init; } = ImageFit.Crop;

    /// <summary>
    /// The most pixels that a file may state in its header: width · height. A picture beyond is refused before anything is allocated for
    /// it.
    /// </summary>
    public long MaximalPixels
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Picture.MostPixels);
            field = value;
        }
    } = 100_000_000;

    /// <summary>
    /// The most bytes of decoded samples that are kept in memory, one a pixel and channel: 1 GiB at first. Those beyond are decoded anew
    /// each time.
    /// </summary>
    public long CacheBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1L << 30;
}
