namespace NetGen;

/// <summary>
/// Normalises each feature or channel over the batch, (x − mean) / √(variance + eps) · weight + bias; when predicting, by running
/// statistics. [batch, features], [batch, channels, length] or [batch, channels, height, width], which is kept.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html">PyTorch's BatchNorm2d</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BatchNormAttribute : Attribute
{
    /// <summary>The weight of a batch's statistics in the running statistics, 0 to 1.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>
    /// Whether the running statistics are the mean of those of all batches so far, each counting the same: PyTorch's <c>momentum=None</c>.
    /// No <see cref="Momentum"/> stands beside it. The batches are counted, and the count is saved with the statistics.
    /// </summary>
    public bool CumulativeAverage { get; init; }

    /// <summary>Added to the variance (PyTorch's <c>eps</c>).</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>Whether a weight and a bias are trained.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>
    /// Whether running statistics are kept, by which predictions normalise. Without them a prediction normalises over the samples of its
    /// call, as training does over the batch: a call is not cut into parts then, and of features takes at least 2 samples.
    /// </summary>
    public bool TrackRunningStats { get; init; } = true;

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
