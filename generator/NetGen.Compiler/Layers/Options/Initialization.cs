namespace NetGen.Compiler.Layers;

/// <summary>What a parameter starts as; PyTorch's defaults.</summary>
internal sealed record Initialization(InitializationKind Kind, double First = 0, double Second = 0)
{
    /// <summary>The row of a matrix that is 0 all the same, or -1.</summary>
    public int ZeroRow { get; init; } = -1;

    public static Initialization Zeros { get; } = new(InitializationKind.Zeros);

    public static Initialization Ones { get; } = new(InitializationKind.Ones);

    public static Initialization Constant(double value) => new(InitializationKind.Constant, value);

    /// <summary>Uniform in [-bound, bound).</summary>
    public static Initialization Uniform(double bound) => new(InitializationKind.Uniform, bound);

    public static Initialization Normal(double mean, double standardDeviation) =>
        new(InitializationKind.Normal, mean, standardDeviation);

    /// <summary>
    /// What nn.Linear and the convolutions do for weight and bias: kaiming_uniform_(a = √5), which is U(±1/√fanIn)
    /// (https://pytorch.org/docs/stable/generated/torch.nn.Linear.html).
    /// </summary>
    public static Initialization OfFanIn(long fanIn) => Uniform(1 / Math.Sqrt(fanIn));
}
