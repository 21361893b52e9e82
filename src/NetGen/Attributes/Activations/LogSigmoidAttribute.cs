namespace NetGen;

/// <summary>log(1 / (1 + exp(−x))), without overflow. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html">PyTorch's LogSigmoid</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LogSigmoidAttribute : Attribute
{
    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
