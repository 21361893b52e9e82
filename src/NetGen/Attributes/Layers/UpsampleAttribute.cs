namespace NetGen;

/// <summary>
/// An image or a signal resized, by a factor or to a size; one of them is stated. [batch, channels, height, width] →
/// [batch, channels, height', width'], height' being ⌊height · factor⌋; [batch, channels, length] → [batch, channels, length'].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html">PyTorch's Upsample</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class UpsampleAttribute : Attribute
{
    /// <summary>How many times as many rows and columns come out, or values of a signal.</summary>
    public double ScaleFactor { get; init; }

    /// <summary>The factor for rows, where it differs.</summary>
    public double ScaleFactorHeight { get; init; }

    /// <summary>The factor for columns, where it differs.</summary>
    public double ScaleFactorWidth { get; init; }

    /// <summary>The output rows and columns, or the output length, instead of a factor.</summary>
    public int Size { get; init; }

    /// <summary>The output rows, where they differ from the columns.</summary>
    public int SizeHeight { get; init; }

    /// <summary>The output columns, where they differ from the rows.</summary>
    public int SizeWidth { get; init; }

    /// <summary>
    /// Of an image "nearest", the pixel at the place, "bilinear", the mean of the four around it by their distances, or "bicubic", a cubic
    /// of the sixteen around it (a = −0.75); of a signal "nearest" or "linear".
    /// </summary>
    public string Mode { get; init; } = "nearest";

    /// <summary>Not with "nearest": whether the corner pixels keep their places; else the image's borders do.</summary>
    public bool AlignCorners { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
