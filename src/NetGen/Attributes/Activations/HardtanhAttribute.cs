namespace NetGen;

/// <summary>x, but at least <see cref="MinVal"/> and at most <see cref="MaxVal"/>. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html">PyTorch's Hardtanh</see>.</remarks>
/// <param name="minVal">The least value; −1 by default.</param>
/// <param name="maxVal">The greatest value; 1 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HardtanhAttribute(double minVal = -1, double maxVal = 1) : Attribute
{
    /// <summary>The least value; −1 by default.</summary>
    public double MinVal { get; init; } = minVal;

    /// <summary>The greatest value; 1 by default.</summary>
    public double MaxVal { get; init; } = maxVal;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
