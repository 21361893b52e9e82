namespace NetGen;

/// <summary>
/// x − λ where x is greater than λ, x + λ where it is less than −λ, 0 between. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Softshrink.html">PyTorch's Softshrink</see>.</remarks>
/// <param name="lambd">λ, not negative; 0.5 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SoftshrinkAttribute(double lambd = 0.5) : Attribute
{
    /// <summary>λ, not negative; 0.5 by default.</summary>
    public double Lambd { get; init; } = lambd;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
