namespace NetGen;

/// <summary>
/// Draws from the normal distribution that two heads describe, as variational auto-encoders do between encoder and decoder: in training
/// mean + exp(log variance / 2) · noise, in prediction the mean. Both heads, which are operands, give one shape, [batch, …], of any kind,
/// which is the layer's.
/// </summary>
/// <remarks>
/// <para>
/// It adds <see cref="Beta"/> times the Kullback-Leibler divergence of the drawn distribution from N(0, 1) to the loss:
/// ½ (mean² + exp(log variance) − 1 − log variance), summed over features and samples (Kingma and Welling 2013,
/// <see href="https://arxiv.org/abs/1312.6114">Auto-Encoding Variational Bayes</see>). The sum is divided by what the loss's own sum is
/// divided by: nothing for <see cref="Reduction.Sum"/>, the number of single losses for <see cref="Reduction.Mean"/>. With
/// <see cref="Beta"/> = 1 and a loss that is a negative log likelihood, the whole is so the negative evidence lower bound, up to that
/// factor. What <see cref="Trainer.Step(ReadOnlySpan{float})"/> and its forms return, <see cref="Trainer.Fit"/> reports and
/// <see cref="Network.Evaluate"/> measures contains it. Several such layers add their parts.
/// </para>
/// <para>
/// <see cref="Trainer.Backward(ReadOnlySpan{float}, Span{float})"/>, which no loss divides, adds the gradient of the sum divided by the
/// number of samples, which is <see cref="Trainer.AddedLoss"/>.
/// </para>
/// <para>
/// Where steps are padding in both heads, they add nothing to the loss. What is drawn depends on the seed, the pass, the layer, the sample
/// and the element alone.
/// </para>
/// </remarks>
/// <typeparam name="Mean">The block that gives the mean, or <see cref="Identity"/>.</typeparam>
/// <typeparam name="LogVariance">
/// The block that gives the logarithm of the variance, of the mean's shape, or <see cref="Identity"/>.
/// </typeparam>
/// <example><code>
/// [Flatten, Linear(400), ReLU, Reparameterize&lt;Mean, LogVariance&gt;]
/// …
/// [Linear(20)] partial class Mean : Block;
/// [Linear(20)] partial class LogVariance : Block;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReparameterizeAttribute<Mean, LogVariance> : Attribute
    where Mean : Block
    where LogVariance : Block
{
    /// <summary>The weight of the divergence in the loss, not negative; above 1 it is a β-VAE's.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
