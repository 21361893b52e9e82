namespace NetGen;

/// <summary>BCE of σ(output), without overflow; targets are numbers 0 to 1 of the output's shape, [batch, …].</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html">PyTorch's BCEWithLogitsLoss</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BCEWithLogitsAttribute : Attribute
{
    /// <summary>How the single losses become one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>What the output is compared with: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
