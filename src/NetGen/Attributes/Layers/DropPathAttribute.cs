namespace NetGen;

/// <summary>
/// In training, zeroes each sample as a whole with a probability and divides the others by one minus it: stochastic depth, where it is
/// the last layer in the branch of a <c>Residual</c>. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>As in timm; <see href="https://arxiv.org/abs/1603.09382">Huang et al. 2016</see>.</remarks>
/// <param name="dropProb">The probability that the branch is left out for a sample, 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DropPathAttribute(double dropProb = 0) : Attribute
{
    /// <summary>The probability that the branch is left out for a sample, 0 to 1.</summary>
    public double DropProb { get; } = dropProb;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
