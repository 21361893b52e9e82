namespace NetGen;

/// <summary>The same values under other axes, [batch, …] → [batch, sizes]: one size is a vector, two a sequence, three an image.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html">PyTorch's Unflatten</see>.</remarks>
/// <param name="sizes">Sizes of the sample; one of them may be −1, and is what is left.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReshapeAttribute(params int[] sizes) : Attribute
{
    /// <summary>Sizes of the sample.</summary>
    public int[] Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
