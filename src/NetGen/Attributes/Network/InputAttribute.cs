namespace NetGen;

/// <summary>
/// The shape of one sample, without the batch: [features], [steps, features] or [channels, height, width]. Of several, the layers begin at
/// the first; the others are reached by <see cref="FromAttribute"/>.
/// </summary>
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
    /// What operands begin with it by, <c>[From("time")]</c>, and callers hand it over by; each input behind the first needs one. The first
    /// is called input otherwise.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// The token that pads samples to their length. Steps that hold it are no keys of an attention, and have no label; a sample that is all
    /// padding counts its first step as true.
    /// </summary>
    public int PaddingToken { get; init; }

    /// <summary>
    /// Whether each sample says how many of its steps are true, the first so many; those behind them are padding, as those of
    /// <see cref="PaddingToken"/> are.
    /// </summary>
    public bool Lengths { get; init; }
}
