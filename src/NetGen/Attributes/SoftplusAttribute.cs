namespace NetGen;

/// <summary>log(1 + exp(βx)) / β, and x itself where βx is above the threshold. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html">PyTorch's Softplus</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SoftplusAttribute : Attribute
{
    /// <summary>β; not 0.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Where the function is x itself.</summary>
    public double Threshold { get; init; } = 20;

    /// <summary>The layer's name, in messages, in saved files and as a member of the network; by default its kind and a number. Dots make levels, as in PyTorch.</summary>
    public string? Name { get; init; }
}
