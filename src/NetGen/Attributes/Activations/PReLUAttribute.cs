namespace NetGen;

/// <summary>x where it is positive, a · x elsewhere, a being trained. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html">PyTorch's PReLU</see>.</remarks>
/// <param name="numParameters">1 for one a, or the number of channels (features) for one each; 1 by default.</param>
/// <param name="init">What a starts as; 0.25 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PReLUAttribute(int numParameters = 1, double init = 0.25) : Attribute
{
    /// <summary>1 for one a, or the number of channels (features) for one each.</summary>
    public int NumParameters { get; init; } = numParameters;

    /// <summary>What a starts as.</summary>
    public double Init { get; init; } = init;

    /// <summary>The layer's name, in messages, in saved files and as a member of the network; by default its kind and a number. Dots make levels, as in PyTorch.</summary>
    public string? Name { get; init; }
}
