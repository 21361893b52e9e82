namespace NetGen;

/// <summary>x where its magnitude is greater than λ, 0 elsewhere. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html">PyTorch's Hardshrink</see>.</remarks>
/// <param name="lambd">λ; 0.5 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HardshrinkAttribute(double lambd = 0.5) : Attribute
{
    /// <summary>λ; 0.5 by default.</summary>
    public double Lambd { get; init; } = lambd;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
