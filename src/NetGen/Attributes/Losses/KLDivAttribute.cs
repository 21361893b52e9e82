namespace NetGen;

/// <summary>
/// target · (log target − output); outputs are log probabilities, targets probabilities of the output's shape, [batch, …].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html">PyTorch's KLDivLoss</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class KLDivAttribute : Attribute
{
    /// <summary>Whether the target too is log probabilities.</summary>
    public bool LogTarget { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
