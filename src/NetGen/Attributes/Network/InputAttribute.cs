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
}
