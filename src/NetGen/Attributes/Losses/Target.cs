namespace NetGen;

/// <summary>What a loss compares the output with.</summary>
public enum Target
{
    /// <summary>The labels that the caller or the data set gives.</summary>
    Labels = 0,

    /// <summary>The network's own input, as for auto-encoders.</summary>
    Input = 1,
}
