namespace NetGen;

/// <summary>
/// Scaled ELU: 1.0507 · x where x is positive, 1.0507 · 1.67326 · (exp(x) − 1) elsewhere. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.SELU.html">PyTorch's SELU</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SELUAttribute : Attribute
{
    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
