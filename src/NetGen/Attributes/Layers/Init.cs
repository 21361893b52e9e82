namespace NetGen;

/// <summary>What the weight of a layer starts as: the distributions of PyTorch's <c>torch.nn.init</c>, with its defaults.</summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/nn.init.html">PyTorch's nn.init</see>. A weight is [out, in, …]: its fan in is the
/// product of all sizes but the first, its fan out of all but the second. A bias starts as PyTorch's does in any case.
/// </remarks>
public enum Init
{
    /// <summary>What PyTorch's layers start as: uniform within 1 / √(fan in).</summary>
    Default = 0,

    /// <summary>N(0, 2 / fan in), which keeps the variance through ReLU (He et al. 2015).</summary>
    KaimingNormal = 1,

    /// <summary>Uniform within √(6 / fan in), of the same variance.</summary>
    KaimingUniform = 2,

    /// <summary>N(0, 2 / (fan in + fan out)) (Glorot, Bengio 2010).</summary>
    XavierNormal = 3,

    /// <summary>Uniform within √(6 / (fan in + fan out)), of the same variance.</summary>
    XavierUniform = 4,

    /// <summary>
    /// The weight as a matrix of [out, all the rest] has rows of length 1 that are orthogonal to each other, or columns where it has fewer
    /// (Saxe et al. 2013).
    /// </summary>
    Orthogonal = 5,

    /// <summary>All zero.</summary>
    Zeros = 6,

    /// <summary>
    /// Of convolutions: 1 in the middle of the window from each channel to the same one of its group, so that as many channels as can be
    /// are passed on.
    /// </summary>
    Dirac = 7,
}
