namespace NetGen;

/// <summary>x where it is greater than the threshold, a constant elsewhere. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Threshold.html">PyTorch's Threshold</see>.</remarks>
/// <param name="threshold">What x is compared with.</param>
/// <param name="value">The constant.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ThresholdAttribute(double threshold, double value) : Attribute
{
    /// <summary>What x is compared with.</summary>
    public double Threshold { get; init; } = threshold;

    /// <summary>The constant.</summary>
    public double Value { get; init; } = value;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
