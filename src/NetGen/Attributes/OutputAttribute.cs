namespace NetGen;

/// <summary>States the shape that the network gives, which is checked; before the loss, or last.</summary>
/// <param name="sizes">The sizes of one sample.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes stated.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }
}
