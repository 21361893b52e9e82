namespace NetGen.Data;

/// <summary>How an <see cref="ImageFolder"/> reads its pictures.</summary>
public sealed record ImageOptions
{
    private static readonly float[] Half = [0.5f];

    /// <summary>
    /// Whether channels are normalised by <see cref="Mean"/> and <see cref="Deviation"/>, or by those of the training part: then splits and
    /// folds decode the pictures of their training part once, and the set itself, as a whole, all of them.
    /// </summary>
    public ImageNormalization Normalize { get; init; }

    /// <summary>
    /// The mean of each channel, as a part of full white, that is subtracted; one number is for all channels. 0.5 at first.
    /// </summary>
    public IReadOnlyList<float> Mean { get; init; } = Half;

    /// <summary>
    /// The standard deviation of each channel, as a part of full white, by which the rest is divided; one number is for all channels. 0.5
    /// at first, so that samples lie between -1 and 1.
    /// </summary>
    public IReadOnlyList<float> Deviation { get; init; } = Half;

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

    /// <summary>Requires that mean and deviation are stated or learnt, not both.</summary>
    /// <exception cref="ArgumentException">They are both, or the normalisation is none.</exception>
    internal void RequireNormalization()
    {
        if (!Enum.IsDefined(Normalize))
            throw new ArgumentException($"{nameof(Normalize)} is one of {nameof(ImageNormalization)}; got {(int)Normalize}.");
        if (Normalize == ImageNormalization.Adapted && !(ReferenceEquals(Mean, Half) && ReferenceEquals(Deviation, Half)))
        {
            throw new ArgumentException(
                $"{nameof(ImageNormalization)}.{nameof(ImageNormalization.Adapted)} learns mean and deviation; expected options without "
                    + $"{nameof(Mean)} and {nameof(Deviation)}, or {nameof(ImageNormalization)}.{nameof(ImageNormalization.Stated)}.");
        }
    }
}
