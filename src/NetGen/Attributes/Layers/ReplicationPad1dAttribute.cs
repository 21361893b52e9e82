namespace NetGen;

/// <summary>The outermost values again around. Takes a signal, [batch, channels, length]. A negative number cuts off.</summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ReplicationPad1d.html">PyTorch's ReplicationPad1d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReplicationPad1dAttribute : Attribute
{
    /// <summary>The same on all sides.</summary>
    /// <param name="padding">What each side gets.</param>
    public ReplicationPad1dAttribute(int padding)
        : this(padding, padding)
    {
    }

    /// <summary>Each side by itself.</summary>
    /// <param name="left">What stands before the first value.</param>
    /// <param name="right">What stands behind the last value.</param>
    public ReplicationPad1dAttribute(int left, int right) => (Left, Right) = (left, right);

    /// <summary>What stands before the first value.</summary>
    public int Left { get; }

    /// <summary>What stands behind the last value.</summary>
    public int Right { get; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
