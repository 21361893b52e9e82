namespace NetGen;

/// <summary>
/// States the shape that the network gives, which is checked; before the loss, or last. With a name it may stand anywhere, and what the
/// network computes there is a further result.
/// </summary>
/// <param name="sizes">The sizes of one sample.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes stated.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }

    /// <summary>
    /// The name of a further result: of the member of the network's class <c>Outputs</c> that holds it. Dots make levels, and a block adds
    /// its own.
    /// </summary>
    public string? Name { get; init; }
}
