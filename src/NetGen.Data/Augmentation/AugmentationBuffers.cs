namespace NetGen.Data;

/// <summary>What one thread needs to augment images; allocated once and reused.</summary>
internal sealed class AugmentationBuffers
{
    /// <summary>Resamples images; null where no option moves pixels.</summary>
    public ImageWarp? Warp { get; init; }

    /// <summary>A partner's image, for mixup; else empty.</summary>
    public float[] Partner { get; init; } = [];

    /// <summary>A partner's target, for mixup of targets; else empty.</summary>
    public float[] PartnerTarget { get; init; } = [];

    /// <summary>A sample with the channels last; empty where they come first.</summary>
    public float[] ChannelsLast { get; init; } = [];
}
