namespace NetGen;

/// <summary>What two sizes of a sample mean.</summary>
public enum Axes
{
    /// <summary>A sequence: [steps, features].</summary>
    StepsFeatures = 0,

    /// <summary>A signal: [channels, length].</summary>
    ChannelsLength = 1,
}
