namespace NetGen;

/// <summary>x · Φ(x), Φ the distribution function of the normal distribution. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.GELU.html">PyTorch's GELU</see>.</remarks>
/// <param name="approximate">"none", or "tanh" for ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GELUAttribute(string approximate = "none") : Attribute
{
    /// <summary>"none", or "tanh" for ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
    public string Approximate { get; init; } = approximate;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
