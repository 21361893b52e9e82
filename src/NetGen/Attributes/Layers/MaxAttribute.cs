namespace NetGen;

/// <summary>
/// The maximum along an axis, or several, of any sample, [batch, …]. A sequence without its steps is a vector, [batch, features], a
/// signal without its length a vector, [batch, channels]; an image without both sides is a vector, without one of them a signal. The
/// gradient goes to the first of equal maxima; NaN is passed on.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.amax.html">PyTorch's amax</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MaxAttribute : Attribute
{
    /// <summary>The axis of the sample, from 0, or from the end when negative; it must be stated.</summary>
    public int Axis { get; init; }

    /// <summary>The last of several axes, from <see cref="Axis"/> on; by default that one alone.</summary>
    public int AxisTo { get; init; }

    /// <summary>Whether the axes stay, with size 1, so that any of them can be chosen and the kind is kept.</summary>
    public bool KeepDim { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
