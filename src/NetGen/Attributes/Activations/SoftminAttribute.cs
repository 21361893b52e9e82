namespace NetGen;

/// <summary>exp(−x) / Σ exp(−x) along one axis. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Softmin.html">PyTorch's Softmin</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SoftminAttribute : Attribute
{
    /// <summary>
    /// The axis of the sample, from 0, or from the end when negative; by default the one that is named features or channels.
    /// </summary>
    public int Axis { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
