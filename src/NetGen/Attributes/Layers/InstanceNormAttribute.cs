namespace NetGen;

/// <summary>
/// Normalises each channel of each sample over its positions, (x − mean) / √(variance + eps): of an image, [batch, channels, height,
/// width], or a signal, [batch, channels, length], with more than one position. The shape is kept.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html">PyTorch's InstanceNorm2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InstanceNormAttribute : Attribute
{
    /// <summary>Added to the variance (PyTorch's <c>eps</c>).</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>With <see cref="TrackRunningStats"/>, the weight of a batch's statistics in the running statistics, 0 to 1.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Whether a weight and a bias are trained for each channel.</summary>
    public bool Affine { get; init; }

    /// <summary>
    /// Whether running statistics are kept, the means over the samples, by which predictions normalise; else predictions normalise each
    /// sample as training does.
    /// </summary>
    public bool TrackRunningStats { get; init; }

    /// <summary>The input features or channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>
    /// Whether the layer is frozen: weight and bias are loaded, saved and used, but not trained. Running statistics are used and kept,
    /// in training too.
    /// </summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
