namespace NetGen;

/// <summary>
/// Adds a trained row to each step of a sequence, [batch, steps, features]: what is said of the place. The shape is kept.
/// </summary>
/// <param name="maxSteps">The rows of the weight, of which the first are used; 0 for as many as there are steps.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PositionEmbeddingAttribute(int maxSteps = 0) : Attribute
{
    /// <summary>The rows of the weight; 0 for as many as there are steps.</summary>
    public int MaxSteps { get; } = maxSteps;

    /// <summary>The standard deviation of the initial values.</summary>
    public double Std { get; init; } = 0.02;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
