namespace NetGen;

/// <summary>
/// The values mirrored at the outermost ones, which are not repeated, around. Takes a signal, [batch, channels, length]. A negative
/// number cuts off.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ReflectionPad1d.html">PyTorch's ReflectionPad1d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReflectionPad1dAttribute : Attribute
{
    /// <summary>The same on all sides.</summary>
    /// <param name="padding">What each side gets.</param>
    public ReflectionPad1dAttribute(int padding)
        : this(padding, padding)
    {
    }

    /// <summary>Each side by itself.</summary>
    /// <param name="left">What stands before the first value.</param>
    /// <param name="right">What stands behind the last value.</param>
    public ReflectionPad1dAttribute(int left, int right) => (Left, Right) = (left, right);

    /// <summary>What stands before the first value.</summary>
    public int Left { get; }

    /// <summary>What stands behind the last value.</summary>
    public int Right { get; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
