namespace NetGen;

/// <summary>
/// Mixes groups of channels: the first channels of all groups, then the second ones, and so on. [batch, channels, height, width], which
/// is kept.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html">PyTorch's ChannelShuffle</see>.
/// </remarks>
/// <param name="groups">The number of groups, which divides the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChannelShuffleAttribute(int groups) : Attribute
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
