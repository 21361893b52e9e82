namespace NetGen.Data;

/// <summary>Which mean and standard deviation the channels of pictures are normalised by.</summary>
public enum ImageNormalization
{
    /// <summary>
    /// <see cref="ImageOptions.Mean"/> and <see cref="ImageOptions.Deviation"/>, as torchvision's <c>Normalize</c> takes them.
    /// </summary>
    Stated,

    /// <summary>
    /// Those of all pixels of the training part, each channel by itself, as Keras' <c>Normalization</c> layer learns them by <c>adapt</c>.
    /// </summary>
    Adapted,
}
