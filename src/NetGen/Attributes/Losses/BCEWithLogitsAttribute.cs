namespace NetGen;

/// <summary>BCE of σ(output), without overflow; targets are numbers 0 to 1 of the output's shape, [batch, …].</summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html">PyTorch's BCEWithLogitsLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BCEWithLogitsAttribute : Attribute
{
    /// <summary>
    /// The weight of the losses: one number of 0 or more, or one for each feature or channel. A mean still divides by their number.
    /// </summary>
    public double[]? Weight { get; init; }

    /// <summary>
    /// The weight of the positive part of a loss, −target · log σ(output): one number of 0 or more, or one
    /// for each feature or channel of the output. Above 1 it compensates for rare classes.
    /// </summary>
    public double[]? PosWeight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
