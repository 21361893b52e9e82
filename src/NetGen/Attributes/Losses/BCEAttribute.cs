namespace NetGen;

/// <summary>
/// −(target · log output + (1 − target) · log(1 − output)); outputs are probabilities, targets numbers 0 to 1 of the output's shape,
/// [batch, …].
/// </summary>
/// <remarks>
/// <para>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html">PyTorch's BCELoss</see>: logarithms are at least −100,
/// and the divisor of the gradient is at least 10⁻¹². An output outside of 0 to 1 is an error.
/// </para>
/// <para>
/// Right after a Sigmoid, training and evaluation compute it from the sigmoid's input, as <see cref="BCEWithLogitsAttribute"/>: no bound
/// applies, and a probability that rounds to 0 or 1 still has a gradient.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BCEAttribute : Attribute
{
    /// <summary>
    /// The weight of the losses: one number of 0 or more, or one for each feature or channel. A mean still divides by their number.
    /// </summary>
    public double[]? Weight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
