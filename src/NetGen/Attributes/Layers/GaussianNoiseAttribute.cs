namespace NetGen;

/// <summary>
/// In training, adds to each value a number drawn from N(0, stddev²). Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://keras.io/api/layers/regularization_layers/gaussian_noise/">Keras' GaussianNoise</see>.</remarks>
/// <param name="stddev">The standard deviation, not negative.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GaussianNoiseAttribute(double stddev) : Attribute
{
    /// <summary>The standard deviation, not negative.</summary>
    public double Stddev { get; } = stddev;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
