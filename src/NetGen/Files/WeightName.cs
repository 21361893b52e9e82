namespace NetGen;

/// <summary>What a tensor of a file is called in a network, and what becomes of it before.</summary>
/// <param name="Name">
/// The name in the network, such as <c>conv1.weight</c>; null where the tensor is left out.
/// </param>
/// <param name="Transform">What becomes of the tensor.</param>
public readonly record struct WeightName(string? Name, WeightTransform Transform = WeightTransform.None)
{
    /// <summary>A name alone: the tensor is loaded as it is, or left out where the name is null.</summary>
    /// <param name="name">The name in the network.</param>
    public static implicit operator WeightName(string? name) => new(name);
}
