namespace NetGen;

/// <summary>Zeros before and behind the values of an axis, of any sample, [batch, …]. A negative number cuts off.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html">PyTorch's pad</see>.</remarks>
/// <param name="before">The zeros before the first value.</param>
/// <param name="after">The zeros behind the last value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ZeroPadAttribute(int before, int after) : Attribute
{
    /// <summary>The zeros before the first value.</summary>
    public int Before { get; } = before;

    /// <summary>The zeros behind the last value.</summary>
    public int After { get; } = after;

    /// <summary>The axis of the sample, from 0, or from the end when negative; it must be stated.</summary>
    public int Axis { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
