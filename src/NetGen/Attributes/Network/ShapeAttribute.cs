namespace NetGen;

/// <summary>States the shape at this place, which is checked: [features], [steps, features] or [channels, height, width].</summary>
/// <param name="sizes">The sizes of one sample.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ShapeAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes stated.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }
}
