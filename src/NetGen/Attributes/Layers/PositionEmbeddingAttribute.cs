namespace NetGen;

/// <summary>
/// Adds a trained row to each step of a sequence, [batch, steps, features], or a fixed one: what is said of the place. The shape is kept.
/// </summary>
/// <remarks>The first rows of a longer table of a file load by <see cref="WeightTransform.FirstRows"/>.</remarks>
/// <param name="maxSteps">The rows of the weight, of which the first are used; 0 for as many as there are steps.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PositionEmbeddingAttribute(int maxSteps = 0) : Attribute
{
    /// <summary>The rows of the weight; 0 for as many as there are steps.</summary>
    public int MaxSteps { get; } = maxSteps;

    /// <summary>The standard deviation of the initial values.</summary>
    public double Std { get; init; } = 0.02;

    /// <summary>
    /// Whether the rows are fixed, sines and cosines in turn, sin(step / 10,000^(2i / features)) and the cosine of the same, and there is
    /// no weight (<see href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017</see>, 3.5).
    /// </summary>
    public bool Sinusoidal { get; init; }

    /// <summary>Whether the weight is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
