namespace NetGen;

/// <summary>The outermost values again around. Takes an image, [batch, channels, height, width]. A negative number cuts off.</summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html">PyTorch's ReplicationPad2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReplicationPad2dAttribute : Attribute
{
    /// <summary>The same on all sides.</summary>
    /// <param name="padding">What each side gets.</param>
    public ReplicationPad2dAttribute(int padding)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>Each side by itself.</summary>
    /// <param name="left">What stands before the first column.</param>
    /// <param name="right">What stands behind the last column.</param>
    /// <param name="top">What stands above the first row.</param>
    /// <param name="bottom">What stands below the last row.</param>
    public ReplicationPad2dAttribute(int left, int right, int top, int bottom) => (Left, Right, Top, Bottom) = (left, right, top, bottom);

    /// <summary>What stands before the first column.</summary>
    public int Left { get; }

    /// <summary>What stands behind the last column.</summary>
    public int Right { get; }

    /// <summary>What stands above the first row.</summary>
    public int Top { get; }

    /// <summary>What stands below the last row.</summary>
    public int Bottom { get; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
