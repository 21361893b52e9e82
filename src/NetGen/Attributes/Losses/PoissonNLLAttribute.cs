namespace NetGen;

/// <summary>
/// The negative log likelihood of counts: exp(output) − target · output, where the output is the logarithm of the rate; targets are numbers
/// of the output's shape, [batch, …].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html">PyTorch's PoissonNLLLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PoissonNLLAttribute : Attribute
{
    /// <summary>
    /// Whether the output is the logarithm of the rate; where false it is the rate, and the loss output − target · log(output + ε).
    /// </summary>
    public bool LogInput { get; init; } = true;

    /// <summary>
    /// Whether Stirling's approximation of log target! is added for targets above 1: target · log target − target + ½ log(2π target).
    /// </summary>
    public bool Full { get; init; }

    /// <summary>ε, not negative, which keeps the logarithm of a rate finite.</summary>
    public double Eps { get; init; } = 1e-8;

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
