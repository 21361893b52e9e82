namespace NetGen;

/// <summary>
/// log(1 + exp(−target · output)); targets are 1 and −1, of the output's shape, [batch, …].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html">PyTorch's SoftMarginLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SoftMarginAttribute : Attribute
{
    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
