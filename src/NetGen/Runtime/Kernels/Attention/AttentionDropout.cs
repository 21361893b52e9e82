namespace NetGen.Runtime;

/// <summary>
/// Dropout of attention's weights: see <see cref="DropoutMask"/>. A weight's index in its sample is that of [heads, queries, keys]. The
/// default drops nothing.
/// </summary>
[CLSCompliant(false)]
public readonly struct AttentionDropout
{
    private readonly ulong seed;
    private readonly int site;

    /// <param name="seed">Changes with every step: <see cref="Workspace.DropoutSeed"/>.</param>
    /// <param name="site">The number of the layer in its network.</param>
    /// <param name="probability">The probability of being dropped, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside that range.</exception>
    public AttentionDropout(ulong seed, int site, double probability)
    {
        (this.seed, this.site) = (seed, site);
        Threshold = DropoutMask.Threshold(probability);
        Scale = probability < 1 ? (float)(1 / (1 - probability)) : 0;
        Drops = true;
    }

    /// <summary>Whether anything may be dropped.</summary>
    internal bool Drops { get; }

    internal uint Threshold { get; }

    /// <summary>By what the weights that are kept are multiplied.</summary>
    internal float Scale { get; }

    /// <summary>The key of a sample's mask.</summary>
    internal uint Key(int sample) => DropoutMask.Key(seed, site, sample);
}
