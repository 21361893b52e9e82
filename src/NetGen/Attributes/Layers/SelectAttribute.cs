namespace NetGen;

/// <summary>
/// The values at one index of an axis, which is lost: the first step of a sequence by <c>Select(0)</c>. A sequence without its steps is a
/// vector, [batch, features], a signal without its length a vector, [batch, channels]; an image without both sides is a vector, without
/// one of them a signal.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.select.html">PyTorch's select</see>.</remarks>
/// <param name="index">The index, from 0, or from the end when negative.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SelectAttribute(int index) : Attribute
{
    /// <summary>The index.</summary>
    public int Index { get; } = index;

    /// <summary>The axis of the sample, from 0, or from the end when negative; by default the first.</summary>
    public int Axis { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
