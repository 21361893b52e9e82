namespace NetGen;

/// <summary>What has a class index of its own.</summary>
public enum Per
{
    /// <summary>Each sample.</summary>
    Sample = 0,

    /// <summary>Each step of a sequence, or position of a signal.</summary>
    Step = 1,

    /// <summary>Each pixel of an image.</summary>
    Pixel = 2,
}
