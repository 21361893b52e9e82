namespace NetGen;

/// <summary>x · weight, with one trained weight for each feature or channel. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>The layer scale of <see href="https://arxiv.org/abs/2103.17239">Touvron et al. 2021</see>, which begins small.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ScaleAttribute : Attribute
{
    /// <summary>What each weight starts as.</summary>
    public double Initial { get; init; } = 1;

    /// <summary>The input features or channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether the weight is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
