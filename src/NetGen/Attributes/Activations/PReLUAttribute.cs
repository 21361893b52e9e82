namespace NetGen;

/// <summary>x where it is positive, a · x elsewhere, a being trained. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html">PyTorch's PReLU</see>.</remarks>
/// <param name="numParameters">1 for one a, or the number of channels (features) for one each; 1 by default.</param>
/// <param name="init">The initial value of a; 0.25 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PReLUAttribute(int numParameters = 1, double init = 0.25) : Attribute
{
    /// <summary>1 for one a, or the number of channels (features) for one each.</summary>
    public int NumParameters { get; init; } = numParameters;

    /// <summary>The initial value of a.</summary>
    public double Init { get; init; } = init;

    /// <summary>Whether a is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
