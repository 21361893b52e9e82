namespace NetGen;

/// <summary>
/// Puts a trained step before the others: [batch, steps, features] becomes [batch, steps + 1, features]. A ViT takes its class from what
/// becomes of this step.
/// </summary>
/// <remarks>See <see href="https://arxiv.org/abs/2010.11929">Dosovitskiy et al. 2021</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ClassTokenAttribute : Attribute
{
    /// <summary>The standard deviation of the initial values.</summary>
    public double Std { get; init; } = 0.02;

    /// <summary>Whether the weight is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
