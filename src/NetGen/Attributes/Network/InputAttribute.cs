namespace NetGen;

/// <summary>The shape of one sample, without the batch: [features], [steps, features] or [channels, height, width].</summary>
/// <param name="sizes">One to three sizes, each at least 1.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InputAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes of one sample.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }

    /// <summary>
    /// The token that pads samples to their length. Steps that hold it are no keys of an attention, and have no label; a sample that is all
    /// padding counts its first step as true.
    /// </summary>
    public int PaddingToken { get; init; }
}
