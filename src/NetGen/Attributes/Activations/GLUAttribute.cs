namespace NetGen;

/// <summary>
/// The first half of the features or channels times the sigmoid of the second half: half as many come out. Takes any shape, [batch, …].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.GLU.html">PyTorch's GLU</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GLUAttribute : Attribute
{
    /// <summary>
    /// The axis of the sample that is halved, from 0, or from the end when negative; by default the one that is named features or
    /// channels.
    /// </summary>
    public int Axis { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
